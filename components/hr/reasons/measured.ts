import type { ReasonsWords } from "@/components/hr/reasons/words";
import type { Figure } from "@/lib/disclosure/figure";
import { HME_PARTS } from "@/lib/disclosure/hme";
import type { ReasonsOverview } from "@/lib/reasons/overview";
import { partWidth } from "@/lib/reports/noise-width";
import { WORKPLACE } from "@/lib/reports/sentences/why";
import type { Localized } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";

/** One figure of a picture: the row of its drawing, its table and its file. */
export type Measured = {
  readonly id: string;
  readonly name: string;
  readonly figure: Figure;
  /** How far the noise moves it, either way, 95 times of 100; null where nothing is shown. */
  readonly width: number | null;
  readonly strong?: boolean;
};

/** The page's pictures; each is a drawing, a table and a file. */
export const MEASURES = [
  "classes",
  "main",
  "more",
  "levers",
  "hme",
  "recommend",
  "silence",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a picture counts: per cent, answers, points of an index. */
export const UNIT_OF: Readonly<Record<Measure, "percent" | "answers" | "index">> = {
  classes: "percent",
  main: "answers",
  more: "answers",
  levers: "answers",
  hme: "index",
  recommend: "percent",
  silence: "percent",
};

/** The rows of a picture, in the order of the questions; empty where the question is not asked. */
export function measured(
  measure: Measure,
  { picture, shares, counted, choice }: ReasonsOverview,
  words: ReasonsWords,
): readonly Measured[] {
  const name = (text: Localized) => wording(text, words.locale, { region: words.region });
  const share = picture.width?.share ?? null;
  const retired = choice.series === "retiree";
  const { reasonWidth, leverWidth } = counted;
  const rows: Record<Measure, () => readonly Measured[]> = {
    classes: () =>
      picture.classes.map((one) => ({
        ...{ id: one.code, name: name(one.name), figure: one.figure, width: share },
        strong: one.code === WORKPLACE,
      })),
    main: () =>
      counted.reasons.map((one) => ({
        ...{ id: one.code, name: name(one.name), figure: one.main },
        width: reasonWidth?.main ?? null,
      })),
    more: () =>
      counted.reasons.map((one) => ({
        ...{ id: one.code, name: name(one.name), figure: one.more },
        width: reasonWidth?.more ?? null,
      })),
    // Retirees are not asked what could have made them stay.
    levers: () =>
      retired
        ? []
        : counted.levers.map((one) => ({
            ...{ id: one.code, name: name(one.name), figure: one.figure, width: leverWidth },
          })),
    hme: () =>
      (["total", ...HME_PARTS] as const).map((part) => ({
        ...{ id: part, name: words.say(`hme.${part}`), figure: picture.hme[part] },
        width: indexWidth(picture.width?.index ?? null, part),
      })),
    recommend: () =>
      picture.recommend.map((one) => ({
        ...{ id: one.code, name: name(one.name), figure: one.figure, width: share },
      })),
    silence: () =>
      (["silence", ...(retired ? [] : (["unheard"] as const))] as const).map((one) => ({
        ...{ id: one, name: words.say(`shares.${one}`), figure: shares[one].figure },
        width: shares[one].width,
      })),
  };
  return rows[measure]();
}

function indexWidth(whole: number | null, part: string): number | null {
  if (whole === null || part === "total") return whole;
  return partWidth(whole);
}
