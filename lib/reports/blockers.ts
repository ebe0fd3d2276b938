import { isDone, type RoundState } from "@/lib/rounds/state";

/** Why a report cannot be published now. */
export type Blocker =
  | "no-such-round"
  | "not-mixed"
  | "no-turnover"
  | "note-missing"
  // The attacker of releases found that somebody's answer could be told from it.
  | "leak";

export type PublishFacts = {
  readonly roundState: RoundState;
  /** Whether the day that the manifest fixed has come: from then on the report goes out without the answers. */
  readonly due: boolean;
  /** Units with headcounts for the quarter's last month. */
  readonly unitsCounted: number;
  /** Whether a report that differs is out already, and whether there is a note that says why it changes. */
  readonly corrects: boolean;
  readonly hasNote: boolean;
};

/** What stands in the way of publication; an empty list is permission. */
export function publishBlockers(facts: PublishFacts): readonly Blocker[] {
  const blockers: Blocker[] = [];
  if (!isDone(facts.roundState) && !facts.due) blockers.push("not-mixed");
  if (facts.unitsCounted === 0) blockers.push("no-turnover");
  if (facts.corrects && !facts.hasNote) blockers.push("note-missing");
  return blockers;
}

/** The report was not published; nothing was changed. */
export class PublishRefused extends Error {
  readonly blockers: readonly Blocker[];

  constructor(blockers: readonly Blocker[]) {
    super(`report: ${blockers.join(", ")}`);
    this.blockers = blockers;
  }
}
