import type { KeyObject } from "node:crypto";
import { Prisma } from "@/generated/collector/client";
import { issuerPublicKey } from "@/lib/credential/verify";
import { db } from "@/lib/db/clients";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { manifestSchema } from "@/lib/rounds/manifest";
import type { RoundRecord } from "@/lib/rounds/record";
import type { RoundState } from "@/lib/rounds/state";
import { type Questionnaire, questionnaireSchema } from "@/lib/survey/questionnaire";

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(where: { state?: { in: RoundState[] }; quarter?: Quarter | { in: Quarter[] } }) {
  return db("reader").round.findMany({ where, orderBy: { quarter: "asc" } });
}

function asRecord(row: Row): RoundRecord {
  const [first = "", second = ""] = row.signatures;
  return {
    ...row,
    quarter: row.quarter as Quarter,
    state: row.state as RoundState,
    manifest: manifestSchema.parse(JSON.parse(row.manifest)),
    signed: {
      manifest: row.manifest,
      signatures: [first, second],
      questionnaire: row.questionnaire,
    },
  };
}

// Next evaluates a module once per bundle; what is kept must be kept once per process.
const kept = globalThis as typeof globalThis & {
  sortiRounds?: ReadonlyMap<string, RoundRecord>;
};

/** Each round's quarter, and the writing that its row stems from: a row that is written anew has another. */
const WRITTEN = Prisma.sql`
  SELECT quarter, concat_ws(' ', quarter, xmin, ctid, encode(manifest_hash, 'hex')) AS writing
  FROM release.rounds ORDER BY quarter`;

/**
 * Every round, oldest first. Public: the manifest, the state, the totals of the whole round. A manifest may name
 * thousands of units, so that a row is read and parsed once for as long as nobody writes it.
 */
export async function allRounds(): Promise<RoundRecord[]> {
  const rows = await db("reader").$queryRaw<{ quarter: Quarter; writing: string }[]>(WRITTEN);
  const known = kept.sortiRounds ?? new Map<string, RoundRecord>();
  const unknown = rows.filter(({ writing }) => !known.has(writing)).map(({ quarter }) => quarter);
  const read = unknown.length === 0 ? [] : await readRows({ quarter: { in: unknown } });
  const found = new Map(read.map((row) => [row.quarter, row]));
  const now = rows.flatMap(({ quarter, writing }): [string, RoundRecord][] => {
    const row = found.get(quarter);
    const record = known.get(writing) ?? (row && asRecord(row));
    return record ? [[writing, record]] : [];
  });
  kept.sortiRounds = new Map(now);
  return now.map(([, record]) => record);
}

const documents = new WeakMap<RoundRecord, Questionnaire>();

/** The document that a round asks. */
export function askedIn(round: RoundRecord): Questionnaire {
  const found =
    documents.get(round) ?? questionnaireSchema.parse(JSON.parse(round.signed.questionnaire));
  documents.set(round, found);
  return found;
}

/** One round; null when it was never planned. */
export async function findRound(quarter: Quarter): Promise<RoundRecord | null> {
  const [row] = await readRows({ quarter });
  return row ? asRecord(row) : null;
}

/** The round that answers are given in now; null between rounds. */
export async function issuingRound(): Promise<RoundRecord | null> {
  const [row] = await readRows({ state: { in: ["issuing"] } });
  return row ? asRecord(row) : null;
}

/** The day, `today` or later, on which the next round is to open; null when none is planned for one. */
export async function nextOpening(today: Day): Promise<Day | null> {
  const rounds = await allRounds();
  const days = rounds.filter(({ state }) => state === "planned").map((r) => r.manifest.opens);
  return days.find((day) => day >= today) ?? null;
}

const RECEIVING: readonly RoundState[] = ["issuing", "grace"];
type Receiving = RoundRecord & { readonly issuerKey: KeyObject };
const receivers = new WeakMap<RoundRecord, Receiving>();

/** The rounds whose answers are still received, with the issuer's key opened for verification. */
export async function receivingRounds(): Promise<Receiving[]> {
  const rounds = (await allRounds()).filter(({ state }) => RECEIVING.includes(state));
  return rounds.map((round) => {
    const issuerKey = () => issuerPublicKey(round.manifest.issuerKey);
    const receiver = receivers.get(round) ?? { ...round, issuerKey: issuerKey() };
    receivers.set(round, receiver);
    return receiver;
  });
}
