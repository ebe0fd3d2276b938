import type { Cell } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import { pictureOf } from "@/lib/reports/pictures";
import { type CountedReasons, countedReasons } from "@/lib/reports/reasons";
import type { ReportPicture } from "@/lib/reports/survey-shape";
import { type Choice, type Place, placesOf } from "./choice";
import { cellsIn, type Period, periodsOf } from "./period";
import { answersOf, type Releases } from "./releases";
import { type Shares, sharesOf } from "./shares";

/** A group's or a year's picture. */
export type Line<Key> = {
  readonly of: Key;
  readonly picture: ReportPicture;
  readonly shares: Shares;
};

/** What those who left say, as pictures: every figure is a sum of cells, and none is of a unit alone. */
export type ReasonsOverview = Line<Place> & {
  readonly choice: Choice;
  readonly latest: Quarter;
  readonly periods: readonly Period[];
  readonly places: readonly Place[];
  readonly counted: CountedReasons;
  /** The same time and way of leaving in every group. */
  readonly groups: readonly Line<Place>[];
  /** The same group year by year, oldest first; years without a picture are left out. */
  readonly years: readonly Line<string>[];
};

/** The chosen picture, and the same beside it in the other groups and years. */
export function reasonsOverview(releases: Releases, choice: Choice): ReasonsOverview {
  const { round } = releases;
  const { node, series, period } = choice;
  const cells = answersOf(releases, series);
  const periods = periodsOf(cells, round.quarter);
  const places = placesOf(releases);
  const here = places.find((place) => place.node === node) ?? { node, name: "" };
  const line = <Key>(of: Key, place: Place, some: readonly Cell[]): Line<Key> => ({
    of,
    picture: pictureOf(some, { ...place, series }, round),
    shares: sharesOf(some, { node: place.node, series }, round),
  });
  const now = cellsIn(cells, period, round.quarter);
  const years = periods.filter((one) => /^\d{4}$/.test(one)).toSorted();
  return {
    ...line(here, here, now),
    ...{ choice, periods, places },
    latest: round.quarter,
    counted: countedReasons(now, { node, series }, round),
    groups: places.map((place) => line(place, place, now)),
    years: years
      .map((year) => line(year, here, cellsIn(cells, year, round.quarter)))
      .filter(({ picture }) => picture.cells > 0),
  };
}
