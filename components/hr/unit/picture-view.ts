import type { SurveyRound } from "@/components/hr/unit/survey-round";
import {
  aboutMean,
  aboutPeople,
  aboutShare,
  optionCount,
  shareSd,
} from "@/lib/disclosure/cell-figures";
import { alphaOf } from "@/lib/disclosure/cells";
import { countedItems } from "@/lib/disclosure/counted-item";
import type { Figure } from "@/lib/disclosure/figure";
import { type Hme, hme } from "@/lib/disclosure/hme";
import { INDICATORS } from "@/lib/disclosure/indicators";
import { type Picture, smallestPicture, sumCells } from "@/lib/disclosure/picture";
import { type Cell, type NodeId, REGION } from "@/lib/disclosure/release";
import { type Quarter, quartersBetween } from "@/lib/quarters/quarter";
import { indexItems } from "@/lib/reports/items";
import { indexWidth } from "@/lib/reports/noise-width";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import { wording } from "@/lib/survey/wording";
import type { Locale } from "@/lib/wording/number";

/** Pictures are of this many quarters: what people said longer ago may no longer be so. */
export const PICTURED_QUARTERS = 8;

export type Reason = { readonly id: string; readonly name: string; readonly figure: Figure };

/** The smallest group that a unit's leavers are pictured in. */
export type GroupPicture = {
  readonly at: "unit" | "group" | "region";
  /** The group's name; empty for the unit and the region. */
  readonly name: string;
  readonly node: NodeId;
  readonly from: Quarter;
  readonly to: Quarter;
  readonly people: Figure;
  readonly hme: Hme;
  readonly shares: Readonly<Record<keyof typeof INDICATORS, Figure>>;
  /** The main reasons, most given first; those that are not shown last. */
  readonly reasons: readonly Reason[];
  /** Twice the standard deviation of the noise, in answers and in points of a share; of HME in its points. */
  readonly noise: {
    readonly answers: number;
    readonly points: number;
    readonly index: number | null;
  };
};

/** Null when no cell has formed anywhere above the unit in the last eight quarters. */
export function groupPicture(
  cells: readonly Cell[],
  unit: string,
  round: SurveyRound,
  locale: Locale,
): GroupPicture | null {
  const recent = cells.filter(({ to }) => {
    const ago = quartersBetween(to, round.quarter);
    return ago >= 0 && ago < PICTURED_QUARTERS;
  });
  const found = smallestPicture(recent, unit, round.tree, "leaver");
  if (found === null) return null;
  const picture = sumCells(found.cells);
  const quarters = found.cells.flatMap(({ from, to }) => [from, to]).toSorted();
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    ...place(found.node, round),
    node: found.node,
    from: first,
    to: last,
    people: aboutPeople(picture),
    hme: hme(round.questionnaire, (item) => aboutMean(picture, item)),
    shares: {
      avoidable: aboutShare(picture, INDICATORS.avoidable),
      silence: aboutShare(picture, INDICATORS.silence),
      unheard: aboutShare(picture, INDICATORS.unheard),
    },
    reasons: reasonsOf(picture, round, locale),
    noise: noiseOf(picture, round),
  };
}

function place(node: NodeId, { groupNames }: SurveyRound): Pick<GroupPicture, "at" | "name"> {
  if (node === REGION) return { at: "region", name: "" };
  if (node.startsWith("unit:")) return { at: "unit", name: "" };
  const group = node.slice("group:".length);
  return { at: "group", name: groupNames[group] ?? group };
}

function reasonsOf(picture: Picture, round: SurveyRound, locale: Locale): Reason[] {
  const item = itemsOf(round.questionnaire).find(({ id }) => id === INDICATORS.avoidable.item);
  if (item === undefined) return [];
  const size = ({ figure }: Reason) => (figure.kind === "withheld" ? -1 : figure.n);
  return optionsOf(item)
    .filter((option) => option.noAnswer !== true)
    .map((option) => ({
      id: option.code,
      name: wording(option.text, locale, { region: round.region }),
      figure: optionCount(picture, item.id, option),
    }))
    .toSorted((a, b) => size(b) - size(a));
}

function noiseOf(picture: Picture, { questionnaire }: SurveyRound): GroupPicture["noise"] {
  const id = INDICATORS.avoidable.item;
  const item = countedItems(questionnaire).find((counted) => counted.id === id);
  const shown = picture.items[id];
  const index = hmeWidth(picture, questionnaire);
  if (item === undefined || shown === undefined) return { answers: 0, points: 0, index };
  const points = 2 * shareSd(shown.n, shown.cells, alphaOf(item));
  return { answers: Math.round((points * shown.n) / 100), points: Math.round(points), index };
}

/** From the shown number of people: the width must tell nothing that the figure does not. */
function hmeWidth(picture: Picture, questionnaire: SurveyRound["questionnaire"]): number | null {
  const people = aboutPeople(picture);
  const items = indexItems(questionnaire);
  if (people.kind !== "about" || people.n === 0 || items === 0) return null;
  return indexWidth(people.n, picture.cells, items);
}
