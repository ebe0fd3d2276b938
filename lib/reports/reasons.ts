import { aboutPeople, optionCount } from "@/lib/disclosure/cell-figures";
import { sumCells } from "@/lib/disclosure/picture";
import { type Cell, REGION } from "@/lib/disclosure/release";
import type { RoundFacts } from "@/lib/reports/facts";
import { answerOptions, ITEMS } from "@/lib/reports/items";
import { countWidth, itemAlpha } from "@/lib/reports/noise-width";
import { answersOf, spanOf } from "@/lib/reports/pictures";
import type { SurveyPart } from "@/lib/reports/survey-shape";

type Reasons = Pick<SurveyPart, "reasonSpan" | "reasons" | "reasonWidth" | "levers" | "leverWidth">;

/** Single reasons and what could have made people stay: the region's leavers, in the order of the questions. */
export function reasonsPart(cells: readonly Cell[], round: RoundFacts): Reasons {
  const { questionnaire } = round;
  const own = answersOf(cells, { node: REGION, series: "leaver" }, round);
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
