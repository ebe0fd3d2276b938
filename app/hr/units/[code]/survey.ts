import type { AnswersFacts } from "@/components/hr/unit/answers-view";
import type { SurveyRound } from "@/components/hr/unit/survey-round";
import { allAtoms, allCells } from "@/lib/releases/data";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

/** What may be shown of a unit's answers: read as the reader of the release tables, who reads nothing else. */
export async function surveyFacts(unit: string): Promise<AnswersFacts> {
  const [atoms, cells, rounds] = await Promise.all([allAtoms(), allCells(), allRounds()]);
  const own = atoms.filter((atom) => atom.unit === unit);
  const mixed = rounds.filter(({ state }) => state === "mixed");
  const needed = new Set([mixed.at(-1)?.quarter, ...own.map(({ to }) => to)]);
  return {
    atoms: own,
    cells,
    rounds: mixed.filter(({ quarter }) => needed.has(quarter)).map(surveyRound),
  };
}

function surveyRound({ quarter, manifest, signed }: RoundRecord): SurveyRound {
  const { tree, limits, series, groupNames, region } = manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  return { quarter, tree, limits, series, groupNames, region, questionnaire };
}
