import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { Entry } from "./entry";

const terms = z
  .object({ k: z.number(), c: z.number(), graceDays: z.number() })
  .nullable()
  .catch(null);

const early = z
  .union([
    z.literal("demonstration"),
    z.looseObject({ change: z.int() }).transform(({ change }) => change),
  ])
  .nullable()
  .catch(null);

const told = z.looseObject({
  quarter: z.string().catch(""),
  of: z.string().catch(""),
  issued: z.number().catch(0),
  received: z.number().catch(0),
  counted: z.number().catch(0),
  dropped: z.number().catch(0),
  version: z.number().catch(1),
  id: z.string().catch(""),
  held: z.boolean().transform(String).catch(""),
  linksOpen: z.number().catch(0),
  departures: z.number().catch(0),
  comments: z.number().catch(0),
  invited: z.number().catch(0),
  custodian: z.number().catch(0),
  by: z.string().catch(""),
  number: z.number().catch(0),
  what: z.string().catch(""),
  reason: z.string().catch(""),
  refusal: z.string().catch(""),
  from: terms,
  to: terms,
  early,
});

/** What an entry's sentence is filled in with; what the entry does not say is empty or 0. */
export type Told = {
  readonly quarter: string;
  readonly of: string;
  readonly issued: number;
  readonly received: number;
  readonly counted: number;
  readonly dropped: number;
  readonly version: number;
  readonly id: string;
  /** "true", "false", or empty where nothing was attacked. */
  readonly held: string;
  readonly linksOpen: number;
  readonly departures: number;
  readonly comments: number;
  readonly invited: number;
  readonly custodian: number;
  readonly by: string;
  /** Of a change of limits or of a last day. */
  readonly number: number;
  readonly what: string;
  readonly reason: string;
  readonly refusal: string;
  readonly from: ToldTerms;
  readonly to: ToldTerms;
  /** Of a quarter that ended before its last day was over: "agreed" by `number`, or "demonstration"; else empty. */
  readonly early: string;
};

type ToldTerms = z.infer<typeof terms>;

/** The facts of a log entry, read leniently: a line that cannot be worded is still shown. */
export function toldBy(entry: Pick<Entry, "content">): Told {
  const said = told.parse(jsonOf(entry.content));
  const { quarter, of, issued, received, counted, version, id, held, custodian, by } = said;
  const { linksOpen, departures, invited, dropped, comments } = said;
  const counts = { dropped, issued, received, counted, linksOpen, departures, invited, comments };
  const { number, what, reason, refusal, from, to } = said;
  const agreed = typeof said.early === "number" ? said.early : null;
  const change = { what, reason, refusal, from, to, number: agreed ?? number };
  const early = agreed === null ? String(said.early ?? "") : "agreed";
  return { quarter, of, version, id, held, custodian, by, ...counts, ...change, early };
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The manifest hash that the log named when a round was planned; null when it never did. */
export function loggedManifestHash(
  entries: readonly Pick<Entry, "kind" | "content">[],
  quarter: string,
): string | null {
  const planned = entries
    .filter(({ kind }) => kind === "round-planned")
    .map(({ content }) => jsonOf(content))
    .find((content) => content["quarter"] === quarter);
  const hash = planned?.["manifestHash"];
  return typeof hash === "string" ? hash : null;
}

/** The version of the questionnaire that an entry puts in force for coming rounds; null when it names none. */
export function chosenHash(entry: Pick<Entry, "content">): string | null {
  const hash = jsonOf(entry.content)["hash"];
  return typeof hash === "string" ? hash : null;
}

/** The quarters whose answers, left for the auditor, were destroyed unopened. */
export function discardedQuarters(
  entries: readonly Pick<Entry, "kind" | "content">[],
): ReadonlySet<string> {
  const discarded = entries.filter(({ kind }) => kind === "answers-discarded");
  return new Set(discarded.map(({ content }) => String(jsonOf(content)["quarter"])));
}

/** The quarters whose keys were lost: their answers were given up, and left for the auditor. */
export function givenUpQuarters(
  entries: readonly Pick<Entry, "kind" | "content">[],
): ReadonlySet<string> {
  const given = entries.filter(({ kind }) => kind === "answers-given-up");
  return new Set(given.map(({ content }) => String(jsonOf(content)["quarter"])));
}

/** Readings of comments whose key was lost: the last quarter of their texts, and how many were destroyed unread. */
export function readingsGivenUp(
  entries: readonly Pick<Entry, "kind" | "content">[],
): readonly { readonly quarter: Quarter; readonly comments: number }[] {
  const given = entries.filter(({ kind }) => kind === "texts-given-up");
  return given.map(toldBy).flatMap(({ quarter, comments }) => {
    return isQuarter(quarter) ? [{ quarter, comments }] : [];
  });
}

/**
 * Whether the log says that a quarter's private keys are gone: the issuer's, or both custodians'. Where each
 * custodian has a machine, it tells of one after the other.
 */
export function toldDestroyed(
  entries: readonly Pick<Entry, "kind" | "content">[],
  quarter: string,
  of: "issuer" | "custodians",
): boolean {
  const told = entries
    .filter(({ kind }) => kind === "key-destroyed")
    .map(toldBy)
    .flatMap((one) => (one.quarter === quarter ? [one.of] : []));
  const apart = ["custodian1", "custodian2"].every((one) => told.includes(one));
  return told.includes(of) || (of === "custodians" && apart);
}
