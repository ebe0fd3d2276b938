import type { AnswersFacts } from "@/components/hr/unit/answers-view";
import { PICTURED_QUARTERS } from "@/components/hr/unit/picture-view";
import type { SurveyRound } from "@/components/hr/unit/survey-round";
import { smallestPicture } from "@/lib/disclosure/picture";
import type { Cell } from "@/lib/disclosure/release";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { atomsOf, cellPlaces, cellsAt, madeOfCells } from "@/lib/releases/data";
import { allRounds, askedIn } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";

/** What may be shown of a unit's answers: read as the reader of the release tables, who reads nothing else. */
export async function surveyFacts(unit: string): Promise<AnswersFacts> {
  const [atoms, rounds] = await Promise.all([atomsOf(unit), allRounds()]);
  const mixed = rounds.filter(({ state }) => state === "mixed");
  const latest = mixed.at(-1);
  const needed = new Set([latest?.quarter, ...atoms.map(({ to }) => to)]);
  return {
    atoms,
    cells: latest === undefined ? [] : await picturedWith(unit, latest),
    rounds: mixed.filter(({ quarter }) => needed.has(quarter)).map(surveyRound),
    ahead: rounds
      .filter(({ quarter }) => latest === undefined || quarter > latest.quarter)
      .map(({ quarter, manifest }) => ({ quarter, k: manifest.limits.k })),
  };
}

/** The cells of the smallest group that the unit is pictured in: the whole region's are read only where it is that. */
async function picturedWith(unit: string, latest: RoundRecord): Promise<readonly Cell[]> {
  const since = shiftQuarter(latest.quarter, 1 - PICTURED_QUARTERS);
  const places = await cellPlaces("leaver", since);
  const smallest = smallestPicture(places, unit, latest.manifest.tree, "leaver");
  if (smallest === null) return [];
  return madeOfCells(["pictured", smallest.node], () => cellsAt(smallest.cells));
}

function surveyRound(round: RoundRecord): SurveyRound {
  const { tree, limits, series, groupNames, region } = round.manifest;
  const { quarter } = round;
  return { quarter, tree, limits, series, groupNames, region, questionnaire: askedIn(round) };
}
