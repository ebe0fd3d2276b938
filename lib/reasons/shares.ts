import { aboutShare, aboutWhole } from "@/lib/disclosure/cell-figures";
import type { Figure } from "@/lib/disclosure/figure";
import { INDICATORS } from "@/lib/disclosure/indicators";
import { type Picture, sumCells } from "@/lib/disclosure/picture";
import type { Cell, NodeId, Series } from "@/lib/disclosure/release";
import { itemAlpha, shareWidth } from "@/lib/reports/noise-width";
import { answersOf } from "@/lib/reports/pictures";
import type { PicturedRound } from "./releases";

/** A share in per cent of about `people`; `width`: how far the noise moves it, in points, 95 times of 100. */
export type Share = {
  readonly figure: Figure;
  readonly people: Figure;
  readonly width: number | null;
};

export type Shares = Readonly<Record<keyof typeof INDICATORS, Share>>;

/** Retirees take the short track: what noise alone makes of their skips is no share. */
const NOT_ASKED: Share = {
  figure: { kind: "withheld", reason: "item-too-few" },
  people: { kind: "withheld", reason: "item-too-few" },
  width: null,
};

/** The three shares, each of those it concerns: silence of who had a talk, unheard of who had something to raise. */
export function sharesOf(
  cells: readonly Cell[],
  of: { readonly node: NodeId; readonly series: Series },
  round: PicturedRound,
): Shares {
  const picture = sumCells(answersOf(cells, of, round));
  const share = (which: keyof typeof INDICATORS) => shareOf(picture, which, round);
  return {
    avoidable: share("avoidable"),
    silence: share("silence"),
    unheard: of.series === "retiree" ? NOT_ASKED : share("unheard"),
  };
}

function shareOf(picture: Picture, which: keyof typeof INDICATORS, round: PicturedRound): Share {
  const of = INDICATORS[which];
  const people = aboutWhole(picture, of);
  const alpha = itemAlpha(round.questionnaire, of.item);
  const cells = picture.items[of.item]?.cells ?? 0;
  return {
    figure: aboutShare(picture, of),
    people,
    // From the shown number: the width must tell nothing that the figure does not.
    width: people.kind !== "about" || alpha === null ? null : shareWidth(people.n, cells, alpha),
  };
}
