import { createHash, randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { writeDepartures } from "@/lib/departures/mutations";
import { packUndo, UNDO_DAYS } from "@/lib/imported/undo";
import { asTextFile, holdAgainstStored, type ImportFile } from "@/lib/imports/data";
import { importFailed } from "@/lib/imports/failed";
import { changesNothing, type KindPlan, type Preview } from "@/lib/imports/kind-plan";
import { type Pace, unwatched } from "@/lib/imports/pace";
import { type ImportSummary, importSummary } from "@/lib/imports/summary";
import { KeyRefused } from "@/lib/keys/refused";
import { dayAt } from "@/lib/quarters/today";
import { writeSignals } from "@/lib/signals/mutations";
import { writeHeadcount, writeUnits } from "@/lib/units/mutations";

const DAY_MS = 86_400_000;

type Writer = Prisma.TransactionClient;

/** Says what went wrong without quoting a row. */
export function undone(error: unknown): never {
  throw error instanceof KeyRefused ? error : importFailed(error);
}

type Target = { readonly importId: string; readonly pace: Pace };

async function write(writer: Writer, actor: HrActor, planned: KindPlan, target: Target) {
  const { pace } = target;
  switch (planned.kind) {
    case "units":
      return writeUnits(actor, writer, planned.plan);
    case "headcount":
      return writeHeadcount(actor, writer, planned.plan, pace);
    case "departures":
      return writeDepartures(actor, writer, planned.plan, target);
    case "signals":
      return writeSignals(actor, writer, planned.plan, pace);
  }
}

type Facts = {
  readonly bytes: Uint8Array;
  readonly now: Date;
  /** The import that is taken back. */
  readonly undoes?: string;
  readonly pace?: Pace;
};

/** Writes a plan, what was imported by whom, and what it takes to take it back. */
export async function writeWithRecord(
  writer: Writer,
  actor: HrActor,
  planned: KindPlan,
  facts: Facts,
): Promise<Applied> {
  const importId = randomUUID();
  const summary = importSummary(planned);
  await write(writer, actor, planned, { importId, pace: facts.pace ?? unwatched });
  const record = {
    id: importId,
    kind: planned.kind,
    fileHash: createHash("sha256").update(facts.bytes).digest("hex"),
    importedAt: facts.now,
    importedBy: actor.user,
    summary,
    undoes: facts.undoes ?? null,
  };
  await writer.importRecord.createMany({ data: [record] });
  const until = new Date(facts.now.getTime() + UNDO_DAYS * DAY_MS);
  const plan = packUndo(planned, dayAt(facts.now));
  await writer.importUndo.createMany({ data: [{ importId, plan, until }] });
  return { outcome: "applied", importId, summary };
}

export type Applied = {
  readonly outcome: "applied";
  readonly importId: string;
  readonly summary: ImportSummary;
};

/** One import at a time, all of it or nothing. */
export async function alone<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
  const locked = async (writer: Writer) => {
    await lock(writer, "import");
    return work(writer);
  };
  const patience = { timeout: 10 * 60_000, maxWait: 60_000 };
  return db("identity").$transaction(locked, patience).catch(undone);
}

/** `removals`: the file leaves out stored rows, and nobody has allowed that. Nothing is written but by `applied`. */
export type FileOutcome =
  | (Applied & { readonly planned: KindPlan })
  | { readonly outcome: "problems"; readonly problems: Extract<Preview, { ok: false }>["problems"] }
  | { readonly outcome: "nothing" | "removals"; readonly planned: KindPlan };

/** Reads and carries out a file at once, as the command line does. */
export async function importFile(
  actor: HrActor,
  file: ImportFile,
  rules: { readonly allowRemovals: boolean },
  now = new Date(),
): Promise<FileOutcome> {
  const text = { kind: file.kind, bytes: await asTextFile(file.bytes) };
  return alone((writer) => importWithin(writer, actor, text, { ...rules, now }));
}

/** The same within a transaction of `alone`. */
export async function importWithin(
  writer: Writer,
  actor: HrActor,
  { kind, bytes }: ImportFile,
  { allowRemovals, now }: { readonly allowRemovals: boolean; readonly now: Date },
): Promise<FileOutcome> {
  const preview = await holdAgainstStored({ kind, bytes }, now, writer);
  if (!preview.ok) return { outcome: "problems", problems: preview.problems };
  const { planned } = preview;
  if (changesNothing(planned)) return { outcome: "nothing", planned };
  if (planned.plan.removed.length > 0 && !allowRemovals) return { outcome: "removals", planned };
  return { ...(await writeWithRecord(writer, actor, planned, { bytes, now })), planned };
}
