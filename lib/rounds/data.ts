import type { KeyObject } from "node:crypto";
import { issuerPublicKey } from "@/lib/credential/verify";
import { db } from "@/lib/db/clients";
import type { Quarter } from "@/lib/quarters/quarter";
import { manifestSchema } from "@/lib/rounds/manifest";
import type { RoundRecord } from "@/lib/rounds/record";
import type { RoundState } from "@/lib/rounds/state";

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(where: { state?: { in: RoundState[] }; quarter?: Quarter }) {
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

/** Every round, oldest first. Public: the manifest, the state, the totals of the whole round. */
export async function allRounds(): Promise<RoundRecord[]> {
  return (await readRows({})).map(asRecord);
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

/** The rounds whose answers are still received, with the issuer's key opened for verification. */
export async function receivingRounds(): Promise<(RoundRecord & { issuerKey: KeyObject })[]> {
  const rows = await readRows({ state: { in: ["issuing", "grace"] } });
  return rows.map(asRecord).map((round) => ({
    ...round,
    issuerKey: issuerPublicKey(round.manifest.issuerKey),
  }));
}
