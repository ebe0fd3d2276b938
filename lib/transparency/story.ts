/** How far the log has told of a round. */
type Told =
  | "round-planned"
  | "round-opened"
  | "issuing-stopped"
  | "receiving-stopped"
  | "mixed"
  | "carried-over"
  | "answers-left-sealed"
  | "answers-discarded";

type RoundStory = { readonly told: Told; readonly issued: number };

/** What a log has told so far: each round, and how many answers wait for the next mix. */
export type Story = {
  readonly rounds?: Readonly<Record<string, RoundStory>>;
  readonly carried?: number;
};

type Content = Readonly<Record<string, unknown>>;

/** What each step follows; `null`: it is a round's first. */
const FOLLOWS: Readonly<Record<Told, Told | null>> = {
  "round-planned": null,
  "round-opened": "round-planned",
  "issuing-stopped": "round-opened",
  "receiving-stopped": "issuing-stopped",
  mixed: "receiving-stopped",
  "carried-over": "receiving-stopped",
  "answers-left-sealed": "receiving-stopped",
  "answers-discarded": "answers-left-sealed",
};

const isTold = (kind: string): kind is Told => Object.hasOwn(FOLLOWS, kind);

const whole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** Answers that wait after a mix; null when its numbers contradict each other. */
function waitingAfter(kind: Told, content: Content, issued: number, carried: number) {
  const { received, counted, withdrawn, dropped } = content;
  if (!whole(received) || !whole(counted) || !whole(withdrawn) || !whole(dropped)) return null;
  if (kind === "answers-left-sealed") {
    const left = carried - dropped;
    return received > issued && counted === 0 && left >= 0 ? left : null;
  }
  const left = carried + received - withdrawn - dropped - counted;
  if (received > issued || left < 0) return null;
  if (kind === "mixed") return left === 0 ? 0 : null;
  return counted === 0 ? left : null;
}

/**
 * The story with one entry more; `order` when the step cannot follow what was told before, `counts` when what
 * was received, withdrawn, dropped, counted and carried does not add up. Kinds that are no round's step pass.
 */
export function afterEntry(
  { rounds = {}, carried = 0 }: Story,
  kind: string,
  content: Content,
): Story | "order" | "counts" {
  if (!isTold(kind)) return { rounds, carried };
  const quarter = String(content["quarter"]);
  const before = rounds[quarter];
  if ((before?.told ?? null) !== FOLLOWS[kind]) return "order";
  const issued = kind === "issuing-stopped" ? content["issued"] : (before?.issued ?? 0);
  if (!whole(issued)) return "counts";
  const after = { ...rounds, [quarter]: { told: kind, issued } };
  if (FOLLOWS[kind] !== "receiving-stopped") return { rounds: after, carried };
  const waiting = waitingAfter(kind, content, issued, carried);
  return waiting === null ? "counts" : { rounds: after, carried: waiting };
}
