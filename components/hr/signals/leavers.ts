import type { AnswersFacts } from "@/components/hr/unit/answers-view";
import { type GroupPicture, groupPicture } from "@/components/hr/unit/picture-view";
import type { SurveyRound } from "@/components/hr/unit/survey-round";
import { scaleMean } from "@/lib/disclosure/atom-figures";
import { type Hme, hme } from "@/lib/disclosure/hme";
import type { Quarter } from "@/lib/quarters/quarter";
import { wholeHme } from "@/lib/reports/whole-index";
import type { Locale } from "@/lib/wording/number";

/** What those who resigned answered: of the unit's own result when there is one, else of the smallest picture. */
export type Leavers = {
  readonly own: boolean;
  readonly at: GroupPicture["at"];
  /** The group's name; empty for the unit and the region. */
  readonly name: string;
  readonly from: Quarter;
  readonly to: Quarter;
  /** Whole points, as released. */
  readonly hme: Hme;
  /** How far the noise moves the whole index; null for a result of the unit's own, which has none. */
  readonly noise: number | null;
  /** The units whose leavers can be in it: those who stay there are who they are held against. */
  readonly units: readonly string[];
};

/** Null when there is neither. Reads atoms and cells only as they are released. */
export function leaversOf(
  { atoms, cells, rounds }: AnswersFacts,
  unit: string,
  locale: Locale,
): Leavers | null {
  const atom = atoms.findLast(({ series }) => series === "leaver");
  const asked = rounds.find(({ quarter }) => quarter === atom?.to);
  if (atom !== undefined && asked !== undefined) {
    const index = hme(asked.questionnaire, (item) => scaleMean(atom, item));
    const { from, to } = atom;
    return {
      ...{ own: true, at: "unit", name: "", from, to },
      ...{ hme: wholeHme(index), noise: null, units: [unit] },
    };
  }
  const latest = rounds.at(-1);
  const picture = latest === undefined ? null : groupPicture(cells, unit, latest, locale);
  if (latest === undefined || picture === null) return null;
  const { at, name, from, to } = picture;
  return {
    ...{ own: false, at, name, from, to },
    ...{ hme: wholeHme(picture.hme), noise: picture.noise.index },
    units: picturedUnits(picture, unit, latest),
  };
}

function picturedUnits({ at, node }: GroupPicture, unit: string, { tree }: SurveyRound) {
  if (at === "unit") return [unit];
  return Object.entries(tree.units)
    .filter(([, group]) => at === "region" || node === `group:${group}`)
    .map(([code]) => code);
}
