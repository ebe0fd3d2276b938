import { z } from "zod";
import { decisionLine } from "@/lib/decisions/line";
import { mailHealthShape } from "@/lib/mail-returns/health";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";

/**
 * Everything that the collector asks the issuer (decision 0037); the issuer asks the collector nothing but what
 * is public or released. Numbers, names of units and public keys: no call can carry a person, a link or an answer.
 */

/** What the employer's side adds to a quarter's report: what the report prints, HR's comment with it, never a departure. */
export type EmployerFigures = Pick<
  ReportFacts,
  | "overview"
  | "before"
  | "yearBefore"
  | "leavers"
  | "programme"
  | "decisions"
  | "explanations"
  | "actions"
  | "talks"
  | "comment"
>;

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));
const ofQuarter = z.strictObject({ quarter });
const names = z.record(z.string(), z.string());
const done = z.strictObject({});
const total = z.int().min(0);

/** More than a region decides in a century; who says more is not believed. */
const MOST_DECISIONS = 1000;

/** Told apart from nothing at all; the report's own schema checks every figure before it is frozen. */
const figures = z.custom<EmployerFigures>(
  (value) =>
    z
      .object({
        overview: z.looseObject({ asOf: z.string(), units: z.array(z.looseObject({})) }),
        before: z.looseObject({}).nullable(),
        yearBefore: z.looseObject({}),
        leavers: z.array(
          z.strictObject({ unit: z.string(), quarter, count: z.int(), invited: z.boolean() }),
        ),
        programme: z.record(z.string(), quarter.nullable()),
        decisions: z.array(z.looseObject({})).optional(),
        talks: z
          .strictObject({
            since: z.iso.date(),
            leavers: total,
            everOffered: total,
            wished: total,
            held: total,
            declined: total,
            offered: total,
          })
          .nullish(),
        explanations: z.array(z.looseObject({})),
        actions: z.array(z.looseObject({})),
        comment: z
          .strictObject({ who: z.string(), writtenOn: z.string(), text: z.string() })
          .nullable(),
      })
      .safeParse(value).success,
);

/** Each call's question and answer, checked by whoever hears them. */
export const CROSSINGS = {
  /** The units of a round that opens in `month` (YYYY-MM), by name and peer group. */
  "region-tree": {
    question: z.strictObject({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      ungroupedName: z.string(),
    }),
    answer: z.strictObject({
      tree: z.strictObject({ units: names, pictured: z.array(z.string()) }),
      unitNames: names,
      groupNames: names,
      merged: names,
    }),
  },
  /** Whether those who move within the region are invited in the quarter, or were before: a series of the manifest. */
  "movers-listed": { question: ofQuarter, answer: z.strictObject({ movers: z.boolean() }) },
  /** Makes a round's signing key, or finds it, and gives its public half. */
  "issuer-key": { question: ofQuarter, answer: z.strictObject({ n: z.string(), e: z.string() }) },
  /** From now on the round's key signs. */
  "start-issuing": { question: ofQuarter, answer: done },
  /** It signs nothing new; how many were issued in the whole round. */
  "stop-issuing": { question: ofQuarter, answer: z.strictObject({ issued: total }) },
  /** How many links were open in the quarter, and unit → invited; both stand in the public log. */
  "links-open": {
    question: ofQuarter,
    answer: z.strictObject({
      linksOpen: total,
      invited: z.record(z.string(), total),
    }),
  },
  /** Receiving has stopped: the key goes. */
  "destroy-key": { question: ofQuarter, answer: z.strictObject({ destroyed: z.boolean() }) },
  /**
   * Confirmed imports that the public log does not tell yet: the line's content, totals and a hash. What the
   * collector is told goes into its log for ever, so nothing else gets in.
   */
  "untold-confirmations": {
    question: done,
    answer: z.strictObject({
      waiting: z.array(
        z.strictObject({
          importId: z.uuid(),
          content: z.strictObject({
            departures: total,
            invited: total,
            units: total,
            numbers: z.string().regex(/^[0-9a-f]{64}$/),
          }),
        }),
      ),
    }),
  },
  /** The log has that line now. */
  "confirmation-told": { question: z.strictObject({ importId: z.uuid() }), answer: done },
  /**
   * Every decision on the rule and on the programme, as the public log tells it. A region takes few: all are said each
   * time, and the log knows which it has.
   */
  decisions: {
    question: done,
    answer: z.strictObject({ decided: z.array(decisionLine).max(MOST_DECISIONS) }),
  },
  /** How the mails to the invited stand: counts of the whole region, for the operator's page. */
  "mail-health": { question: done, answer: mailHealthShape },
  /** `before`: whether there was a round in the quarter before, whose figures the report compares with. */
  "report-figures": {
    question: z.strictObject({ quarter, before: z.boolean() }),
    answer: figures,
  },
} as const;

export type Crossing = keyof typeof CROSSINGS;
export type Question<C extends Crossing> = z.infer<(typeof CROSSINGS)[C]["question"]>;
export type Answer<C extends Crossing> = z.infer<(typeof CROSSINGS)[C]["answer"]>;

export const isCrossing = (name: string): name is Crossing => Object.hasOwn(CROSSINGS, name);
