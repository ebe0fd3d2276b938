import type { Leak } from "./leak";
import type { Printed } from "./report-shape";

/** Below so many (noised) answers a share would be noise; below so many a sensitive code points somebody out. */
export const [FEWEST, RARE] = [6, 10];

/** Reasons and themes are counted over so many rounds, shares and classes over the report's year. */
export const REASON_ROUNDS = 12;

/** A printed figure beside what the tables give; `right` null: it must be withheld. */
export type Compared = {
  readonly where: string;
  readonly figure: Printed;
  readonly right: number | null;
};

/** The figures that are printed otherwise than the tables give them. */
export function differing(all: readonly Compared[]): readonly Leak[] {
  const same = ({ figure, right }: Compared) =>
    figure.kind === "withheld" ? right === null : figure.kind === "about" && figure.n === right;
  return all.filter((one) => !same(one)).map(({ where }) => ({ rule: "redrawn", where }));
}

/** Noise can go below zero; people cannot. */
export function toFive(n: number): number {
  return Math.max(0, Math.round(n / 5) * 5);
}

/** A noised count as it may be printed, and whether it is of a sensitive code and too small. */
export type Counted = Compared & { readonly rare: boolean };

/** A code's noised count, undefined where no table has it. */
export function counted(
  where: string,
  figure: Printed,
  n: number | undefined,
  sensitive: boolean,
): Counted {
  const rare = n !== undefined && sensitive && n < RARE;
  return { where, figure, rare, right: n === undefined || rare ? null : toFive(n) };
}

/** Counts that are printed otherwise, and sensitive ones that should not be printed at all. */
export function countLeaks(all: readonly Counted[]): readonly Leak[] {
  const shown = all.filter(({ rare, figure }) => rare && figure.kind !== "withheld");
  return [
    ...shown.map(({ where }) => ({ rule: "rare-reason" as const, where })),
    ...differing(all.filter(({ rare }) => !rare)),
  ];
}
