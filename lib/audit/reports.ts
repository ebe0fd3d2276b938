import type { Leak } from "./leak";
import { printedComments } from "./printed-comments";
import { printedPictures } from "./printed-pictures";
import { printedResults } from "./printed-results";
import type { Published, Round } from "./published";
import { ordinal } from "./quarters";
import { type PrintedSurvey, reportShape } from "./report-shape";
import type { Cell } from "./shapes";

/**
 * A printed report beside the tables it was made from, computed again in the attacker's own way: every bound is
 * printed as one, nothing stands in it that the tables do not give, and no picture was drawn again for it. One that
 * shows no figure and no text of any answer has nothing to compare.
 * Throws when the report is none.
 */
export function reportLeaks(
  report: { readonly name: string; readonly snapshot: unknown },
  published: Published,
): readonly Leak[] {
  const { quarter, survey, comments, answersMissing } = reportShape.parse(report.snapshot);
  const round = published.rounds.find((one) => one.quarter === quarter);
  if (round === undefined) return [{ rule: "unknown-round", where: `report ${report.name}` }];
  // An edition that went out without answers leaves out what the tables would give.
  if (!showsFigures([survey, comments])) return [];
  const found = [
    ...printedResults(survey, round, published.atoms),
    ...(answersMissing === undefined
      ? printedPictures(survey, round, published.cells)
      : picturesBefore(survey, round, published.cells)),
    ...printedComments(comments, survey.from, round, published.readings),
  ];
  return found.map(({ rule, where }) => ({ rule, where: `report ${report.name} ${where}` }));
}

/**
 * Answers may be opened after the report that says they are missing: it is then as it would be without the pictures of
 * some quarter and of those after it, and never something between.
 */
function picturesBefore(
  survey: PrintedSurvey,
  round: Round,
  cells: readonly Cell[],
): readonly Leak[] {
  const leaks = printedPictures(survey, round, cells);
  if (leaks.length === 0) return leaks;
  const late = [...new Set(cells.map(({ to }) => ordinal(to)))].filter((one) => one <= round.at);
  const isWithout = (first: number) => {
    const before = cells.filter(({ to }) => ordinal(to) < first);
    return printedPictures(survey, round, before).length === 0;
  };
  return late.some(isWithout) ? [] : leaks;
}

/** Whether there is a figure that is not withheld, or a text, anywhere in what a report prints of answers. */
function showsFigures(printed: unknown): boolean {
  if (typeof printed !== "object" || printed === null) return false;
  if ("told" in printed && Array.isArray(printed.told) && printed.told.length > 0) return true;
  if ("kind" in printed) return printed.kind !== "withheld";
  return Object.values(printed).some(showsFigures);
}
