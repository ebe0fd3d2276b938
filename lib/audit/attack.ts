import { differences } from "./differences";
import type { Leak } from "./leak";
import { membersOf } from "./members";
import { pictureLeaks } from "./pictures";
import { byProgramme, type Solve } from "./programme";
import { type Collected, readCollected } from "./published";
import { reportLeaks } from "./reports";
import { resultLeaks } from "./results";
import { themeLeaks } from "./themes";
import { totalLeaks } from "./totals";
import { firstByHand } from "./witness";

/**
 * Attacks everything that was ever published, with nothing but itself (design: disclosure control); an empty
 * list is permission to publish.
 *
 * A program of its own: it reads the published tables, the manifests and the questionnaires, shares no code
 * with whatever counts answers, and knows no answer.
 *
 * @param solve for results too large to try every table of answers
 */
export function attackReleases(collected: Collected, solve: Solve): readonly Leak[] {
  const { published, leaks } = readCollected(collected);
  const { members, leaks: spans } = membersOf(published);
  return [
    ...leaks,
    ...spans,
    ...differences(members),
    ...resultLeaks(published, firstByHand(byProgramme(solve))),
    ...pictureLeaks(published),
    ...themeLeaks(published),
    ...totalLeaks(published),
    ...collected.reports.flatMap((report) => reportLeaks(report, published)),
  ];
}

/** The same of readings of comments alone: for a look before one is released. */
export function attackReadings(collected: Pick<Collected, "rounds" | "readings">): readonly Leak[] {
  const { published, leaks } = readCollected({ ...collected, atoms: [], cells: [], reports: [] });
  return [...leaks, ...themeLeaks(published), ...totalLeaks(published)];
}
