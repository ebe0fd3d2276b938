import { z } from "zod";
import type { YearAndLinks } from "@/lib/confirmation/year";
import {
  type RoundBreach,
  roundBreaches,
  type YearCounts,
  yearBreaches,
} from "@/lib/invitations/breaches";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** `received ≤ issued ≤ links open` of one round, as the public log tells it. Null: not told (yet). */
export type RoundInequality = {
  readonly quarter: Quarter;
  readonly received: number | null;
  readonly issued: number;
  readonly linksOpen: number | null;
  readonly broken: readonly RoundBreach[];
};

const told = z.looseObject({
  quarter: z.string().catch(""),
  issued: z.number().nullable().catch(null),
  received: z.number().nullable().catch(null),
  linksOpen: z.number().nullable().catch(null),
});

type Line = { readonly kind: string; readonly content: string };
type Told = z.infer<typeof told>;

function contentOf({ content }: Line): Told {
  try {
    return told.parse(JSON.parse(content));
  } catch {
    return { quarter: "", issued: null, received: null, linksOpen: null };
  }
}

/** What the log of later steps says that a round received. */
const COUNTED = ["mixed", "carried-over", "answers-left-sealed", "answers-given-up"];

/** Every round whose issuing has stopped, newest first, read from the public log alone: anybody can count it again. */
export function roundInequalities(log: readonly Line[]): readonly RoundInequality[] {
  const received = new Map(
    log
      .filter(({ kind }) => COUNTED.includes(kind))
      .map(contentOf)
      .map((content) => [content.quarter, content.received]),
  );
  return log
    .filter(({ kind }) => kind === "issuing-stopped")
    .map(contentOf)
    .flatMap(({ quarter, issued, linksOpen }) => {
      if (!isQuarter(quarter) || issued === null) return [];
      const counts = { quarter, issued, linksOpen, received: received.get(quarter) ?? null };
      return [{ ...counts, broken: brokenIn(counts) }];
    })
    .sort((a, b) => (a.quarter < b.quarter ? 1 : -1));
}

/** What is not told breaks nothing. */
function brokenIn({ received, issued, linksOpen }: Omit<RoundInequality, "quarter" | "broken">) {
  return roundBreaches({
    received: received ?? 0,
    issued,
    linksOpen: linksOpen ?? issued,
  });
}

/** `invited ≤ departures` over a year, in the whole region. */
export type YearInequality = {
  /** As HR's side has noted, or as there are links, whichever is more. */
  readonly invited: number;
  readonly departures: number;
  readonly broken: boolean;
  /**
   * Units with more links than departures: a question to HR and no breach, since a link stays in the unit that
   * it was made for when its departure is corrected to another.
   */
  readonly asked: readonly YearCounts[];
};

/** Holds a year's counts against each other. */
export function yearInequality(units: readonly YearAndLinks[]): YearInequality {
  const sum = (pick: (unit: YearAndLinks) => number) => units.reduce((n, one) => n + pick(one), 0);
  const invited = Math.max(
    sum((unit) => unit.invited),
    sum(({ linked }) => linked),
  );
  const departures = sum((unit) => unit.departures);
  const asked = yearBreaches(
    units.map(({ unitCode, linked, ...unit }) => ({ ...unit, unitCode, invited: linked })),
  );
  return { invited, departures, broken: invited > departures, asked };
}
