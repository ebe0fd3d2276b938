import { z } from "zod";
import type { Day } from "@/lib/quarters/quarter";
import { plain, type Row, row } from "@/lib/reports/row";

/** Below so many under the rule, a number of talks would speak of single persons: none is told. */
export const FEWEST_UNDER_RULE = 10;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Exit talks of a year against the region's rule, in people: employment statistics, not answers. */
export const talksSchema = z.strictObject({
  from: day,
  to: day,
  /** Why there are no numbers. */
  missing: z.enum(["few-under-rule", "nobody-invited"]).optional(),
  people: z
    .strictObject({
      /** Under the rule: resigned from a permanent post, or retired. */
      leavers: z.int(),
      everOffered: z.int(),
      /** What became of the offers: wished and waiting, held, declined, nothing chosen yet. */
      wished: z.int(),
      held: z.int(),
      declined: z.int(),
      offered: z.int(),
    })
    .nullable(),
});

export type TalksPart = z.infer<typeof talksSchema>;

/** What the employer's side counts, as far as the report tells it. */
export type TalkCounts = NonNullable<TalksPart["people"]> & { readonly since: Day };

/**
 * The report's part; undefined where the employer's side does not tell of talks.
 *
 * @param counts null: nobody has been invited, and the offer goes with the invitation
 * @param year first and last day of the year that ends with the report's quarter
 */
export function talksPart(
  counts: TalkCounts | null | undefined,
  year: { readonly from: Day; readonly to: Day },
): TalksPart | undefined {
  const { to } = year;
  if (counts === undefined) return undefined;
  if (counts === null || counts.since > to) {
    return { ...year, people: null, missing: "nobody-invited" };
  }
  const { since: from, leavers, everOffered, wished, held, declined, offered } = counts;
  if (leavers < FEWEST_UNDER_RULE) return { from, to, people: null, missing: "few-under-rule" };
  return { from, to, people: { leavers, everOffered, wished, held, declined, offered } };
}

/** Of a hundred under the rule, how many were offered a talk. */
export function shareOffered({ everOffered, leavers }: NonNullable<TalksPart["people"]>): number {
  return (100 * everOffered) / leavers;
}

/** How the files name each number. */
export const TALK_ITEMS = {
  leavers: "talks-leavers",
  everOffered: "talks-offered",
  wished: "talks-wished",
  held: "talks-held",
  declined: "talks-declined",
  offered: "talks-unanswered",
} as const satisfies Record<keyof NonNullable<TalksPart["people"]>, string>;

export const TALK_SHARE = "talks-share";

/** Rows of the files; of a part that tells nothing, see `withheldTalks`. */
export function talkRows(talks: TalksPart | undefined, region: string): readonly Row[] {
  const people = talks?.people;
  if (!people) return [];
  const place = { section: "participation", of: "exit-talks", name: region, series: "" } as const;
  const at = { ...place, period: `${talks.from}/${talks.to}` };
  return [
    ...(Object.keys(TALK_ITEMS) as (keyof typeof TALK_ITEMS)[]).map((key) =>
      row(at, { item: TALK_ITEMS[key], figure: plain(people[key], "people"), unit: "people" }),
    ),
    row(at, { item: TALK_SHARE, figure: plain(shareOffered(people), "percent"), unit: "percent" }),
  ];
}
