import type { Day, Quarter } from "@/lib/quarters/quarter";
import { type Change, earlyCloseOf } from "./change";

// Known only here: nobody else can write down an object of this shape.
declare const allowed: unique symbol;

/** Why a quarter ends on its last day or before; the log says it, with the roles of the two. */
export type Early =
  | "demonstration"
  | { readonly change: number; readonly agreed: readonly ["operator", "auditor"] };

/** That a quarter may end now. */
export type Ending = {
  readonly quarter: Quarter;
  /** Null: its last day is over. */
  readonly early: Early | null;
  readonly [allowed]: true;
};

type Round = { readonly quarter: Quarter; readonly issuingStops: Day };

/** A quarter's ending, when its last day is over or two people have let it end before; else null. */
export function endingOf(
  { quarter, issuingStops }: Round,
  changes: readonly Change[],
  { today, demo }: { readonly today: Day; readonly demo: boolean },
): Ending | null {
  const may = (early: Early | null) => Object.freeze({ quarter, early }) as Ending;
  if (today > issuingStops) return may(null);
  const change = earlyCloseOf(changes, quarter);
  if (change) return may({ change: change.number, agreed: ["operator", "auditor"] });
  return demo ? may("demonstration") : null;
}
