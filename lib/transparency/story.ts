/** How far the log has told of a round. */
type Told =
  | "round-planned"
  | "round-opened"
  | "issuing-stopped"
  | "receiving-stopped"
  | "mixed"
  | "carried-over"
  | "answers-left-sealed"
  | "answers-given-up"
  | "answers-discarded";

type RoundStory = { readonly told: Told; readonly issued: number };

/** What a log has told so far: each round, and how many answers wait for the next mix. */
export type Story = {
  readonly rounds?: Readonly<Record<string, RoundStory>>;
  readonly carried?: number;
  /** Readings of comments: how many were opened, null once one is over. */
  readonly readings?: Readonly<Record<string, number | null>>;
};

type Content = Readonly<Record<string, unknown>>;

/** What each step may follow; none: it is a round's first. */
const FOLLOWS: Readonly<Record<Told, readonly Told[]>> = {
  "round-planned": [],
  "round-opened": ["round-planned"],
  "issuing-stopped": ["round-opened"],
  "receiving-stopped": ["issuing-stopped"],
  mixed: ["receiving-stopped"],
  "carried-over": ["receiving-stopped"],
  "answers-left-sealed": ["receiving-stopped"],
  "answers-given-up": ["receiving-stopped"],
  "answers-discarded": ["answers-left-sealed", "answers-given-up"],
};

/** Whether a round may go on with this step. */
function follows(kind: Told, before: Told | undefined): boolean {
  return before === undefined ? FOLLOWS[kind].length === 0 : FOLLOWS[kind].includes(before);
}

const isTold = (kind: string): kind is Told => Object.hasOwn(FOLLOWS, kind);

const whole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

type Totals = Record<"received" | "counted" | "withdrawn" | "dropped", number>;

function totalsIn({ received, counted, withdrawn, dropped }: Content): Totals | null {
  if (!whole(received) || !whole(counted) || !whole(withdrawn) || !whole(dropped)) return null;
  return { received, counted, withdrawn, dropped };
}

/** Answers that wait after a round of which none was opened; null when its numbers contradict each other. */
function waitingUnopened(kind: Told, totals: Totals, issued: number, carried: number) {
  const left = carried - totals.withdrawn - totals.dropped;
  if (totals.counted > 0 || left < 0) return null;
  // What had been carried over is lost with the keys, and the entry must say so.
  if (kind === "answers-given-up") return left === 0 && totals.withdrawn === 0 ? 0 : null;
  return totals.received > issued ? left : null;
}

/** Answers that wait after a mix; null when its numbers contradict each other. */
function waitingAfter(kind: Told, totals: Totals, issued: number, carried: number) {
  if (kind === "answers-left-sealed" || kind === "answers-given-up") {
    return waitingUnopened(kind, totals, issued, carried);
  }
  const { received, counted, withdrawn, dropped } = totals;
  const left = carried + received - withdrawn - dropped - counted;
  if (received > issued || left < 0) return null;
  if (kind === "mixed") return left === 0 ? 0 : null;
  return counted === 0 ? left : null;
}

/** A reading is opened once, and ends once with as many comments as were opened; other kinds pass. */
function afterReading(
  readings: Readonly<Record<string, number | null>>,
  kind: string,
  { quarter, comments }: Content,
): Readonly<Record<string, number | null>> | "order" | "counts" {
  const of = String(quarter);
  if (kind === "texts-opened") {
    if (readings[of] !== undefined) return "order";
    return whole(comments) ? { ...readings, [of]: comments } : "counts";
  }
  if (kind !== "redacted" && kind !== "texts-given-up") return readings;
  if (typeof readings[of] !== "number") return "order";
  return readings[of] === comments ? { ...readings, [of]: null } : "counts";
}

/**
 * The story with one entry more; `order` when the step cannot follow what was told before, `counts` when what
 * was received, withdrawn, dropped, counted and carried does not add up. Kinds that are no round's step pass.
 */
export function afterEntry(
  { rounds = {}, carried = 0, readings: read = {} }: Story,
  kind: string,
  content: Content,
): Story | "order" | "counts" {
  const readings = afterReading(read, kind, content);
  if (typeof readings === "string") return readings;
  if (!isTold(kind)) return { rounds, carried, readings };
  const quarter = String(content["quarter"]);
  const before = rounds[quarter];
  if (!follows(kind, before?.told)) return "order";
  const issued = kind === "issuing-stopped" ? content["issued"] : (before?.issued ?? 0);
  if (!whole(issued)) return "counts";
  const after = { ...rounds, [quarter]: { told: kind, issued } };
  if (!FOLLOWS[kind].includes("receiving-stopped")) return { rounds: after, carried, readings };
  const totals = totalsIn(content);
  const waiting = totals && waitingAfter(kind, totals, issued, carried);
  return waiting === null ? "counts" : { rounds: after, carried: waiting, readings };
}
