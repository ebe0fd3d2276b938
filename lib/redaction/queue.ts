/** How far a comment has come: unread, coded by one, sent back by another, approved by another. */
export type CommentState = "waiting" | "coded" | "returned" | "approved";

/** A comment as the desk's order of work knows it: never what stands in it. */
export type DeskRow = {
  readonly id: string;
  readonly state: CommentState;
  readonly codedBy: string | null;
};

/** What a reader does with a comment: give it themes and a paraphrase, or look over what another gave it. */
export type Task = "code" | "review";

/** What this reader may do with a comment now; null when it waits for somebody else, or for nobody. */
export function taskFor({ state, codedBy }: DeskRow, user: string): Task | null {
  if (state === "waiting" || state === "returned") return "code";
  return state === "coded" && codedBy !== user ? "review" : null;
}

/** Own comments that came back first, then what another has coded, then unread ones, then what came back to another. */
function urgency(row: DeskRow, user: string): number {
  if (row.state === "returned") return row.codedBy === user ? 0 : 3;
  return row.state === "coded" ? 1 : 2;
}

/**
 * The comment that a reader takes up next; null when nothing waits for them. `rank` orders the comments for this
 * reader, so that two who read at once seldom take up the same.
 */
export function nextFor(
  rows: readonly DeskRow[],
  user: string,
  rank: (id: string) => string,
): DeskRow | null {
  const order = (row: DeskRow) => `${urgency(row, user)} ${rank(row.id)}`;
  const own = rows.filter((row) => taskFor(row, user) !== null);
  return own.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

export type DeskProgress = Readonly<Record<CommentState | "all", number>>;

/** How far a coding has come. */
export function progressOf(rows: readonly DeskRow[]): DeskProgress {
  const of = (state: CommentState) => rows.filter((row) => row.state === state).length;
  const [waiting, coded, returned, approved] = [
    of("waiting"),
    of("coded"),
    of("returned"),
    of("approved"),
  ];
  return { waiting, coded, returned, approved, all: rows.length };
}
