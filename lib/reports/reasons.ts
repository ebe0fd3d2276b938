import { aboutPeople, optionCount } from "@/lib/disclosure/cell-figures";
import { sumCells } from "@/lib/disclosure/picture";
import { type Cell, type NodeId, REGION, type Series } from "@/lib/disclosure/release";
import type { RoundFacts } from "@/lib/reports/facts";
import { answerOptions, ITEMS } from "@/lib/reports/items";
import { countWidth, itemAlpha } from "@/lib/reports/noise-width";
import { answersOf, spanOf } from "@/lib/reports/pictures";
import type { SurveyPart } from "@/lib/reports/survey-shape";

export type CountedReasons = Pick<
  SurveyPart,
  "reasonSpan" | "reasons" | "reasonWidth" | "levers" | "leverWidth"
>;

/** The report's: the region's leavers. */
export function reasonsPart(cells: readonly Cell[], round: RoundFacts): CountedReasons {
  return countedReasons(cells, { node: REGION, series: "leaver" }, round);
}

/** Single reasons and what could have made people stay, in the order of the questions. */
export function countedReasons(
  cells: readonly Cell[],
  of: { readonly node: NodeId; readonly series: Series },
  round: Pick<RoundFacts, "tree" | "questionnaire">,
): CountedReasons {
  const { questionnaire } = round;
  const own = answersOf(cells, of, round);
  const picture = sumCells(own);
  const width = (item: string) => {
    const alpha = itemAlpha(questionnaire, item);
    return alpha === null || picture.cells === 0 ? null : countWidth(picture.cells, alpha);
  };
  const main = width(ITEMS.mainReason);
  const more = width(ITEMS.moreReasons);
  return {
    reasonSpan: { ...spanOf(own), people: aboutPeople(picture) },
    reasons: answerOptions(questionnaire, ITEMS.mainReason).map((option) => ({
      code: option.code,
      name: option.text,
      class: option.class ?? option.code,
      main: optionCount(picture, ITEMS.mainReason, option),
      more: optionCount(picture, ITEMS.moreReasons, option),
    })),
    reasonWidth: main === null || more === null ? null : { main, more },
    levers: answerOptions(questionnaire, ITEMS.levers).map((option) => ({
      code: option.code,
      name: option.text,
      figure: optionCount(picture, ITEMS.levers, option),
    })),
    leverWidth: width(ITEMS.levers),
  };
}
