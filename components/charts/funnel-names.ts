import { alongLine, type Box, overlaps, type Point } from "@/components/charts/geometry";
import { textBox } from "@/components/charts/label-placement";
import { spread } from "@/components/charts/trend-layout";

type Named = "upper998" | "upper95";

/** A curve's name: where its text begins or ends, on its baseline. */
type CurveName = Point & { readonly name: Named; readonly anchor: "start" | "end" };

type Curves = Readonly<Record<Named, readonly Point[]>>;

/** As wide as the longest name gets where there is no room beside the picture. */
const WIDEST = "99,8 %";
const LINE = 17;
const DROP = 4.5;

const boxOf = (name: CurveName) => textBox(WIDEST, name, name.anchor, true);

/**
 * The upper curves are named once. Beside the picture, with `one`, the line's own name, a line apart; where there
 * is no room beside it, on the curve: as far to the right as the name touches no point, no other name and no curve.
 */
export function curveNames(
  curves: Curves,
  { right, one, roomy }: { readonly right: number; readonly one: number; readonly roomy: boolean },
  points: readonly Box[],
): { readonly ends: readonly CurveName[]; readonly asExpected: Point } {
  const names = (["upper998", "upper95"] as const).filter((name) => curves[name].length > 0);
  if (roomy) {
    const ends = names.map((name) => ({ name, y: (curves[name].at(-1)?.y ?? 0) + DROP }));
    const placed = spread([...ends, { name: "one" as const, y: one + DROP }], LINE);
    return {
      ends: placed.flatMap(({ name, y }) =>
        name === "one" ? [] : [{ name, x: right + 8, y, anchor: "start" as const }],
      ),
      asExpected: { x: right + 8, y: placed.find(({ name }) => name === "one")?.y ?? one },
    };
  }
  const lines = names.flatMap((name) => alongLine(curves[name]));
  const ends: CurveName[] = [];
  for (const name of names) {
    const hard = [...points, ...ends.map(boxOf)];
    ends.push(...onCurve(name, curves[name], hard, lines));
  }
  return { ends, asExpected: { x: right, y: one } };
}

/** Over the curve before under it; the end itself where nothing is free. */
function onCurve(
  name: Named,
  curve: readonly Point[],
  hard: readonly Box[],
  soft: readonly Box[],
): readonly CurveName[] {
  const places = curve
    .toReversed()
    .flatMap(({ x, y }) =>
      [y - 7, y + 17].map((at) => ({ name, x, y: at, anchor: "end" as const })),
    )
    .map((place) => ({ place, box: boxOf(place) }));
  // Points may be thousands: a place's box is made once, not for each of them.
  const touches = (boxes: readonly Box[], own: Box) => boxes.some((box) => overlaps(box, own));
  const free = places.filter(({ box }) => !touches(hard, box));
  const best = free.find(({ box }) => !touches(soft, box)) ?? free[0] ?? places[0];
  return best === undefined ? [] : [best.place];
}
