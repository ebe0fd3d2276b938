const DAY_MS = 86_400_000;

/** So far may the clock have moved since it was last seen before a person is asked whether it is right. */
export const JUMP_DAYS = 35;

/** So far may the server's clock be ahead of its database's: two machines that keep time differ by seconds. */
export const AHEAD_DAYS = 1;

export type Clocks = {
  /** What the server's own clock says. */
  readonly now: Date;
  /** What the database server's says at the same moment. */
  readonly database: Date;
  /** By which moment this side disposed of things last; null before the first time. */
  readonly seen: Date | null;
};

/**
 * steady: go on. jumped: the server stood still for long, or its clock moved; only a person knows which.
 * ahead: the database's clock says otherwise, so nobody is asked.
 */
export type Verdict = "steady" | "jumped" | "ahead";

/** Whether what is disposed of by date may be disposed of by this clock (decision 0097). */
export function judge({ now, database, seen }: Clocks): Verdict {
  if (now.getTime() - database.getTime() > AHEAD_DAYS * DAY_MS) return "ahead";
  return seen !== null && now.getTime() - seen.getTime() > JUMP_DAYS * DAY_MS ? "jumped" : "steady";
}

export type Side = "employer" | "collector";

/** What is thought of the clock on one side, and by which moment that side disposed of things last. */
export type Judged = { readonly side: Side; readonly verdict: Verdict; readonly seen: Date | null };

/** The clock as far as it is to be believed: where it is not, it stands still at what was seen last. */
export function believed(now: Date, judged: readonly Judged[]): Date {
  const doubted = judged.filter(({ verdict }) => verdict !== "steady");
  const moments = doubted.map(({ seen }) => (seen ?? new Date(0)).getTime());
  return new Date(Math.min(now.getTime(), ...moments));
}

/** Why what is due by date waits, and since when; null when nothing waits. */
export function waitsFor(judged: readonly Judged[]): Judged | null {
  const of = (verdict: Verdict) => judged.find((one) => one.verdict === verdict);
  return of("ahead") ?? of("jumped") ?? null;
}
