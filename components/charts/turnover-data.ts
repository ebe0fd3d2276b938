/** A unit's turnover over time, ready to be drawn. Rates are shares (0.158); days are `YYYY-MM-DD`. */
export type TurnoverSeries = {
  /** The unit's name: begins the text alternative. */
  readonly name: string;
  readonly years: readonly YearPoint[];
  /** The last twelve months where they are shown beside the calendar years. */
  readonly latest?: Rate | undefined;
  /** The motion's limit, a share. */
  readonly limit: number;
  readonly breaks?: readonly Break[] | undefined;
  readonly spans?: readonly Span[] | undefined;
};

/** `rate: null`: too few employees for a rate. */
export type Rate =
  | { readonly rate: null }
  | {
      readonly rate: number;
      readonly low: number;
      readonly high: number;
      readonly departures: number;
      readonly employees: number;
    };

export type YearPoint = Rate & { readonly year: number };

/** From this day it is another unit: no line is drawn across. */
export type Break = { readonly day: string; readonly name: string };

/** The time an explanation (with its letter in the ledger) or an action covers; no `to` = still goes on. */
export type Span = {
  readonly kind: "explanation" | "action";
  readonly letter?: string | undefined;
  readonly name: string;
  readonly from: string;
  readonly to?: string | undefined;
};
