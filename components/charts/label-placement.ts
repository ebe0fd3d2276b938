import { type Box, inside, overlaps, type Point } from "@/components/charts/geometry";
import { textWidth } from "@/components/charts/text-width";

type Anchor = "start" | "middle" | "end";

/** A label that wants a place beside its point, `reach` px from the centre. */
export type Want = {
  readonly id: string;
  readonly text: string;
  readonly at: Point;
  readonly reach: number;
  readonly strong: boolean;
};

export type Label = Want & {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: Anchor;
  /** Far enough from its point to need a line to it. */
  readonly far: boolean;
};

export type Obstacles = {
  /** Must never be touched: points, other text. */
  readonly hard: readonly Box[];
  /** Better not crossed: curves, lines. */
  readonly soft: readonly Box[];
  /** Where labels may stand. */
  readonly area: Box;
};

const ABOVE = 10;
const LINE = 14;
/** From the text's middle to its baseline. */
const DROP = 4.5;

const DIRECTIONS = {
  right: { dx: 1, dy: 0, anchor: "start" },
  left: { dx: -1, dy: 0, anchor: "end" },
  above: { dx: 0, dy: -1, anchor: "middle" },
  below: { dx: 0, dy: 1, anchor: "middle" },
  rightUp: { dx: 1, dy: -0.95, anchor: "start" },
  rightDown: { dx: 1, dy: 0.95, anchor: "start" },
  leftUp: { dx: -1, dy: -0.95, anchor: "end" },
  leftDown: { dx: -1, dy: 0.95, anchor: "end" },
} as const;
export type Direction = keyof typeof DIRECTIONS;

const BESIDE: readonly Direction[] = [
  "right",
  "rightUp",
  "rightDown",
  "left",
  "leftUp",
  "leftDown",
  "above",
  "below",
];

const RINGS = 8;

/** The space a text takes, from its baseline and anchor. */
export function textBox(text: string, at: Point, anchor: Anchor = "start", strong = false): Box {
  const width = textWidth(text, strong);
  const left = { start: at.x, middle: at.x - width / 2, end: at.x - width }[anchor];
  return { x: left, y: at.y - ABOVE, width, height: LINE };
}

function candidate(want: Want, direction: Direction, ring: number): Label {
  const { dx, dy, anchor } = DIRECTIONS[direction];
  const distance = want.reach + ring * LINE;
  // A centred label needs half its own height more before it clears the point.
  const lift = anchor === "middle" ? distance + 4 : distance;
  return {
    ...want,
    x: want.at.x + dx * distance,
    y: want.at.y + dy * lift + DROP,
    anchor,
    far: ring > 0,
  };
}

function best(want: Want, order: readonly Direction[], obstacles: Obstacles): Label | undefined {
  let found: { label: Label; cost: number } | undefined;
  for (let ring = 0; ring < RINGS && found?.cost !== 0; ring++) {
    for (const direction of order) {
      const label = candidate(want, direction, ring);
      const box = textBox(label.text, label, label.anchor, label.strong);
      if (!inside(box, obstacles.area) || obstacles.hard.some((b) => overlaps(b, box))) continue;
      const cost = Math.min(obstacles.soft.filter((b) => overlaps(b, box)).length, 6) + ring * 4;
      if (!found || cost < found.cost) found = { label, cost };
    }
  }
  return found?.label;
}

/** The obstacles that a label's candidates can meet at all: few of thousands of points, tried against each candidate. */
function nearTo({ text, at, reach, strong }: Want, { hard, soft, area }: Obstacles): Obstacles {
  const far = reach + RINGS * LINE;
  const [width, height] = [textWidth(text, strong) + far, far + 2 * LINE];
  const around = { x: at.x - width, y: at.y - height, width: 2 * width, height: 2 * height };
  const near = (box: Box) => overlaps(box, around);
  return { hard: hard.filter(near), soft: soft.filter(near), area };
}

/**
 * Finds each label a place that touches no point and no other label, and crosses as few lines as can be.
 * First come, first placed. A label for which there is no room is left out: it stands in the table.
 */
export function placeLabels(
  wants: readonly Want[],
  obstacles: Obstacles,
  order: readonly Direction[] = BESIDE,
): Label[] {
  const placed: Label[] = [];
  const taken = [...obstacles.hard];
  for (const want of wants) {
    const label = best(want, order, nearTo(want, { ...obstacles, hard: taken }));
    if (!label) continue;
    placed.push(label);
    taken.push(textBox(label.text, label, label.anchor, label.strong));
  }
  return placed;
}
