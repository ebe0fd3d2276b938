import type { SignedManifest } from "@/lib/rounds/manifest";
import { dictionary, list, oneOf, row, strict, text, whole } from "@/lib/rounds/shape";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Entry } from "./entry";

/** A round as both custodians signed it. */
export type SignedRound = SignedManifest & { readonly quarter: string };

/** The public log as it is downloaded: all that its check needs, and nothing else. */
export type LogFile = {
  readonly format: "sorti-log/1";
  readonly entries: readonly Entry[];
  readonly rounds: readonly SignedRound[];
  /** The custodians' long-term public keys, as this server says; whoever has them from elsewhere uses those. */
  readonly custodianKeys?: readonly [string, string];
};

const hex = text(/^[0-9a-f]{64}$/);
const base64url = text(/^[A-Za-z0-9_-]+$/);

const entry = strict({
  seq: whole(1),
  day: text(/^\d{4}-\d{2}-\d{2}$/),
  kind: text(/^[a-z-]+$/),
  content: text(),
  previous: hex,
  hash: hex,
});

const round = strict({
  quarter: text(/^\d{4}-Q[1-4]$/),
  manifest: text(),
  signatures: row(base64url, base64url),
  questionnaire: text(),
});

const file = strict(
  { format: oneOf("sorti-log/1"), entries: list(entry), rounds: list(round) },
  { custodianKeys: row(base64url, base64url) },
);

/** Whether a parsed JSON value is a log of this format. */
export function isLogFile(value: unknown): value is LogFile {
  return file(value);
}

/** The log's bytes: the same log is the same text, and a longer log begins with the same entries. */
export function logText(
  entries: readonly Entry[],
  rounds: readonly SignedRound[],
  custodianKeys: readonly [string, string] | null,
): string {
  const exported: LogFile = {
    format: "sorti-log/1",
    entries: entries.map(({ seq, day, kind, content, previous, hash }) => {
      return { seq, day, kind, content, previous, hash };
    }),
    rounds: rounds.map(({ quarter, manifest, signatures, questionnaire }) => {
      return { quarter, manifest, signatures, questionnaire };
    }),
    ...(custodianKeys ? { custodianKeys } : {}),
  };
  return canonicalJson(exported);
}

const facts = dictionary(() => true);

/** What an entry records; null when its content is not canonical JSON of an object. */
export function contentOf({ content }: Pick<Entry, "content">): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(content);
    return facts(value) && canonicalJson(value) === content ? Object(value) : null;
  } catch {
    return null;
  }
}
