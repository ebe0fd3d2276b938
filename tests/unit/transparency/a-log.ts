import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/sealing/canonical";
import { nextEntry } from "@/lib/transparency/chain";
import type { Entry, LogKind } from "@/lib/transparency/entry";
import { isLogFile, type LogFile, logText, type SignedRound } from "@/lib/transparency/log-file";
import { manifest, signed, signerKeys } from "../rounds/fixtures";

const text = canonicalJson(manifest);
export const MANIFEST_HASH = createHash("sha256").update(text).digest("hex");
const { quarter } = manifest;

export const ROUND: SignedRound = { quarter, ...signed(text) };

type Line = readonly [LogKind, Readonly<Record<string, unknown>>];

/** A quarter's whole life: 20 issued, 14 received, 1 withdrawn, 1 dropped, 12 counted. */
export const LIFE: readonly Line[] = [
  ["round-planned", { quarter, manifestHash: MANIFEST_HASH }],
  ["round-opened", { quarter }],
  ["issuing-stopped", { quarter, issued: 20 }],
  ["receiving-stopped", { quarter }],
  ["key-destroyed", { quarter, of: "issuer" }],
  ["mixed", { quarter, received: 14, counted: 12, withdrawn: 1, dropped: 1 }],
  ["report-published", { quarter, version: 1, hash: "00" }],
];

/** The chain of these lines, all of a day long after the quarter unless another is said. */
export function chainOf(lines: readonly Line[], day = "2026-11-22"): Entry[] {
  const log: Entry[] = [];
  for (const [kind, content] of lines) {
    log.push(nextEntry(log.at(-1) ?? null, day, kind, content));
  }
  return log;
}

/** The log as somebody downloads it. */
export function downloaded(entries: readonly Entry[], rounds = [ROUND]): LogFile {
  const file: unknown = JSON.parse(logText(entries, rounds, signerKeys));
  if (!isLogFile(file)) throw new Error("the export is no log");
  return file;
}
