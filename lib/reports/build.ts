import { promiseNumbers } from "@/lib/disclosure/promise";
import { firstDayOf, lastDayOf, shiftQuarter } from "@/lib/quarters/quarter";
import { type ComingStep, comingSteps } from "@/lib/reports/coming";
import { commentsPart } from "@/lib/reports/comments-part";
import type { ReportFacts } from "@/lib/reports/facts";
import { type Way, wayOf } from "@/lib/reports/forecast";
import { ownResults } from "@/lib/reports/own-results";
import { pictures } from "@/lib/reports/pictures";
import { participation, programme, YEAR_OF_ROUNDS } from "@/lib/reports/programme-part";
import { questionsPart } from "@/lib/reports/questions";
import { reasonsPart } from "@/lib/reports/reasons";
import { rollOut } from "@/lib/reports/roll-out";
import { type HrComment, type ReportSnapshot, snapshotSchema } from "@/lib/reports/snapshot";
import type { SurveyPart } from "@/lib/reports/survey-shape";
import { talksPart } from "@/lib/reports/talks-part";
import { turnoverPart } from "@/lib/reports/turnover-part";
import type { TurnoverPart } from "@/lib/reports/turnover-shape";

/**
 * Single reasons are many and each is chosen by few: over twelve rounds the noise weighs less
 * (it grows with the square root of the pictures, the answers with their number).
 */
const ROUNDS_OF_REASONS = 12;

/**
 * A quarter's report. What was released after the quarter is left out, so that the same quarter always
 * gives the same report. Throws when the result is not a snapshot.
 */
export function buildReport(given: ReportFacts): ReportSnapshot {
  const facts = upTo(given);
  const { quarter, round } = facts;
  const from = shiftQuarter(quarter, 1 - YEAR_OF_ROUNDS);
  const year = facts.cells.filter((cell) => from <= cell.to);
  const reasonsFrom = shiftQuarter(quarter, 1 - ROUNDS_OF_REASONS);
  const years = facts.cells.filter((cell) => reasonsFrom <= cell.to);
  const themes = facts.themes.filter((table) => reasonsFrom <= table.to);
  const told = facts.paraphrases.filter((one) => from <= one.to);
  const shown = round.answersMissing !== "leak-found";
  const comments = shown ? commentsPart(themes, told, round) : null;
  const lost = (facts.readingsLost ?? []).filter((one) => {
    return from <= one.quarter && one.quarter <= quarter;
  });
  const turnover = turnoverPart(facts);
  const talks = talksPart(facts.talks, { from: firstDayOf(from), to: lastDayOf(quarter) });
  const coming = comingSteps(facts.decisions ?? [], quarter, round.publishes);
  const way = wayOf(facts, coming);
  return snapshotSchema.parse({
    schema: "sorti-report/1",
    quarter,
    due: round.publishes,
    region: round.region,
    operator: round.operator,
    promise: promiseNumbers(round.limits),
    ...(round.answersMissing === null ? {} : { answersMissing: round.answersMissing }),
    turnover,
    survey: {
      from,
      to: quarter,
      ...(shown ? surveyOf(year, years, { units: turnover.units, way }, facts) : NOTHING_SHOWN),
    },
    ...(comments === null ? {} : { comments }),
    ...(lost.length === 0 ? {} : { readingsLost: lost }),
    participation: participation(facts),
    ...(talks === undefined ? {} : { talks }),
    programme: programme(facts, way),
    rollOut: rollOut(facts, way),
    ...(coming.length === 0 ? {} : { coming: coming.map(toldStep) }),
    comment: facts.comment === null ? null : signedText(facts.comment),
  });
}

type Shown = Omit<SurveyPart, "from" | "to">;

function surveyOf(
  year: ReportFacts["cells"],
  years: ReportFacts["cells"],
  { units, way }: Pick<TurnoverPart, "units"> & { readonly way: Way },
  facts: ReportFacts,
): Shown {
  const { round } = facts;
  const named = units.map(({ code }) => code);
  const results = ownResults(facts, named, way);
  const pictured = pictures(year, round);
  return {
    pictures: [...pictured],
    questions: questionsPart(year, years, pictured, round),
    ...reasonsPart(years, round),
    results: [...results],
  };
}

/** No table stands in an edition without answers: a withheld figure would give a reason that is not the true one. */
const NOTHING_SHOWN: Shown = {
  pictures: [],
  reasonSpan: { from: null, to: null, people: { kind: "withheld", reason: "no-cell" } },
  reasons: [],
  reasonWidth: null,
  levers: [],
  leverWidth: null,
  results: [],
};

/** A step as it is told: how many units, not which. */
function toldStep({ from, scope, units }: ComingStep) {
  return { from, scope, units };
}

/** Whoever hands over a comment may know more about it; the report holds no more than this. */
function signedText({ who, writtenOn, text }: HrComment): HrComment {
  return { who, writtenOn, text };
}

function upTo(facts: ReportFacts): ReportFacts {
  const { quarter } = facts;
  return {
    ...facts,
    atoms: facts.atoms.filter((atom) => atom.to <= quarter),
    cells: facts.cells.filter((cell) => cell.to <= quarter),
    themes: facts.themes.filter((table) => table.to <= quarter),
    paraphrases: facts.paraphrases.filter((one) => one.to <= quarter),
    rounds: facts.rounds.filter((round) => round.quarter <= quarter),
  };
}
