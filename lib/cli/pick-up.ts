import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/lib/auth/command-line";
import { removeOldFiles } from "@/lib/cli/old-files";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { KEPT } from "@/lib/disposal/disposal";
import { disposalTime } from "@/lib/disposal-clock/data";
import { csvFile } from "@/lib/downloads/csv";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { asTextFile } from "@/lib/imports/data";
import { MAX_BYTES } from "@/lib/imports/decode";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { type FileOutcome, importFile } from "@/lib/imports/mutations";
import { freeName, kindOfFile, type Waiting, waitingFiles } from "@/lib/imports/pick-up";
import { problemSheet } from "@/lib/imports/problem-sheet";

/** What became of a file; `left`: something failed, and it is tried again. */
export type PickedUp = {
  readonly name: string;
  readonly outcome: FileOutcome["outcome"] | "left";
};

/** A crash leaves a file among those being read; after this long it is taken up again. */
const LEFT_MS = 60 * 60_000;

function listed(folder: string, changed: "mtime" | "ctime") {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ name }) => {
    const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
    return found ? [{ name, writtenAt: found[changed] }] : [];
  });
}

/** Moves a file; false when somebody else has taken it meanwhile. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
    throw cause;
  }
}

/** Puts a file where it belongs, beside those that are there; its new place. */
function putAway(place: string, folder: string): string {
  const name = freeName(path.basename(place), new Set(readdirSync(folder)));
  moved(place, path.join(folder, name));
  return path.join(folder, name);
}

/** The table of what is wrong, in the region's own language, with the rows that it is about. */
async function problemsOf(bytes: Uint8Array, done: FileOutcome): Promise<string> {
  const [page, of] = [translator("sv", "import-page"), translator("sv", "imports")];
  if (done.outcome !== "problems") {
    const said = page("pickUpRemovals");
    return csvFile({ title: "", columns: [{ head: page("place.wrong") }], rows: [[said]] });
  }
  return csvFile(
    problemSheet(await asTextFile(bytes), done.problems, {
      ...{ title: page("problemFile"), line: page("place.line"), column: page("place.column") },
      ...{ wrong: page("place.wrong"), todo: page("place.todo") },
      wrongOf: ({ code }) => page(`problemName.${code}`),
      todoOf: ({ code, expected = "" }) => of(`problem.${code}`, { expected }),
      more: (count) => of("moreProblems", { count }),
    }),
  );
}

function bytesAt(place: string): Uint8Array {
  // One byte over the limit is enough to be refused as too large, with the reader's own sentence.
  return statSync(place).size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFileSync(place);
}

async function readOne(
  place: string,
  kind: ImportKind,
  problems: string,
  now: Date,
): Promise<PickedUp["outcome"]> {
  const bytes = bytesAt(place);
  const actor = commandLineActor("hr", "nightly pick-up");
  const done = await importFile(actor, { kind, bytes }, { allowRemovals: false }, now);
  if (done.outcome === "applied") await confirmInDemonstration(done.importId, now);
  if (done.outcome === "applied" || done.outcome === "nothing") {
    rmSync(place, { force: true });
    return done.outcome;
  }
  const text = await problemsOf(bytes, done);
  writeFileSync(`${putAway(place, problems)}.problems.csv`, text);
  return done.outcome;
}

/**
 * Reads the files that the HR system has put into a folder. Each is taken by a rename, so that two who look at once
 * never read the same; half-written ones and those of other names stay. One that fails is tried again later: an
 * import is all or nothing, and the same file again changes nothing. One that was imported goes at once, and one
 * that was put aside with the days of the disposal schedule.
 *
 * @param until to when things are disposed of; left out, as far as the clock is believed
 */
export async function pickUp(
  folder: string,
  now = new Date(),
  until?: Date,
): Promise<readonly PickedUp[]> {
  const [problems, reading] = ["problems", "reading"].map((name) => {
    const place = path.join(folder, name);
    mkdirSync(place, { recursive: true });
    return place;
  }) as [string, string];
  const late = new Date(now.getTime() - LEFT_MS);
  const left = listed(reading, "ctime").filter(({ writtenAt }) => writtenAt < late);
  const again: Waiting[] = left.flatMap(({ name }) => {
    const kind = kindOfFile(name);
    return kind ? [{ name, kind }] : [];
  });
  const taken = waitingFiles(listed(folder, "mtime"), now).flatMap(({ name, kind }) => {
    const own = freeName(name, new Set(readdirSync(reading)));
    return moved(path.join(folder, name), path.join(reading, own)) ? [{ name: own, kind }] : [];
  });
  const results: PickedUp[] = [];
  for (const { name, kind } of [...again, ...taken]) {
    const outcome = await readOne(path.join(reading, name), kind, problems, now).catch(
      () => "left" as const,
    );
    results.push({ name, outcome });
  }
  // After another try at those that have failed each night.
  const due = until ?? (await disposalTime(now));
  for (const own of [problems, reading])
    removeOldFiles(own, { days: KEPT.refusedDays, since: "ctime" }, due);
  return results;
}

/** The night's work, as the queue runs it. Without a folder there is none. */
export function nightlyPickUp(tell: (outcome: string) => void): () => Promise<void> {
  return async () => {
    const { SORTI_PICKUP_DIR: folder } = env();
    const read = folder === undefined ? [] : await pickUp(folder);
    // A file's name is the employer's own and stays out of the log.
    for (const { outcome } of read.filter((one) => one.outcome !== "nothing")) {
      tell(outcome);
    }
  };
}
