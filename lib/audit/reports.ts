import type { Leak } from "./leak";
import { printedComments } from "./printed-comments";
import { printedPictures } from "./printed-pictures";
import { printedResults } from "./printed-results";
import type { Published } from "./published";
import { reportShape } from "./report-shape";

/**
 * A printed report beside the tables it was made from, computed again in the attacker's own way: every bound is
 * printed as one, nothing stands in it that the tables do not give, and no picture was drawn again for it.
 * Throws when the report is none.
 */
export function reportLeaks(
  report: { readonly name: string; readonly snapshot: unknown },
  published: Published,
): readonly Leak[] {
  const { quarter, survey, comments } = reportShape.parse(report.snapshot);
  const round = published.rounds.find((one) => one.quarter === quarter);
  if (round === undefined) return [{ rule: "unknown-round", where: `report ${report.name}` }];
  const found = [
    ...printedResults(survey, round, published.atoms),
    ...printedPictures(survey, round, published.cells),
    ...printedComments(comments, survey.from, round, published.readings),
  ];
  return found.map(({ rule, where }) => ({ rule, where: `report ${report.name} ${where}` }));
}
