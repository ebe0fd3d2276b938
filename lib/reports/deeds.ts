import type { Day } from "@/lib/quarters/quarter";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportAction, ReportUnit } from "@/lib/reports/turnover-shape";

/** What can happen to an action, in the order in which it happens. */
export const DEEDS = ["decided", "begun", "followedUp", "done"] as const;
export type DeedKind = (typeof DEEDS)[number];

/** Something done at a named unit, on the day it was decided or signed. */
export type Deed = {
  readonly unit: ReportUnit;
  readonly action: ReportAction;
  readonly kind: DeedKind;
  readonly on: Day;
};

type Signed = { readonly kind: DeedKind; readonly on: Day; readonly signed: Day };

function signedDeeds({ decidedOn, notedOn, begunOn, followedUpOn, doneOn }: ReportAction) {
  const deed = (kind: DeedKind, on: Day | undefined): Signed[] =>
    on === undefined ? [] : [{ kind, on, signed: on }];
  return [
    // A decision that was written down late is new all the same.
    { kind: "decided", on: decidedOn, signed: notedOn ?? decidedOn } as const,
    ...deed("begun", begunOn),
    ...deed("followedUp", followedUpOn),
    ...deed("done", doneOn),
  ];
}

/**
 * What was decided, begun, followed up and completed at the named units since the report before, by day; null where
 * there is none before, or a report does not tell.
 */
export function deedsSince({ turnover }: Pick<ReportSnapshot, "turnover">): readonly Deed[] | null {
  const { since, units } = turnover;
  if (since === null || !("day" in since)) return null;
  const all = units.flatMap((unit) =>
    unit.actions.flatMap((action) =>
      signedDeeds(action)
        .filter(({ signed }) => since.day < signed)
        .map(({ kind, on }) => ({ unit, action, kind, on })),
    ),
  );
  return all.toSorted((a, b) => a.on.localeCompare(b.on));
}
