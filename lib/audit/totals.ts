import type { Leak } from "./leak";
import type { Published } from "./published";
import { ordinal } from "./quarters";

type Table = { readonly to: string; readonly n: number };

/**
 * Every answer is in one result, in one picture and in one theme table at most: so nowhere may more people stand, all quarters
 * until then together, than answers were counted. Silent from the first round on whose count is not known.
 */
export function totalLeaks({ rounds, atoms, cells, readings }: Published): readonly Leak[] {
  const counted = rounds.map((round) => ({ at: round.at, people: round.counted }));
  const unknown = counted.find(({ people }) => people === null)?.at ?? Number.POSITIVE_INFINITY;
  const slice = (name: string) => cells.filter((cell) => cell.slice === name);
  const shown: readonly (readonly [string, readonly Table[]])[] = [
    ["results", atoms],
    ["pictures of answers", slice("answers")],
    ["pictures of background", slice("background")],
    ["themes", readings.themes],
  ];
  return shown.flatMap(([what, tables]) => {
    const until = (at: number) => (table: Table) =>
      ordinal(table.to) <= at && ordinal(table.to) < unknown;
    return rounds
      .filter(({ at }) => {
        const here = tables.filter(until(at)).reduce((sum, { n }) => sum + n, 0);
        const most = counted
          .filter((round) => round.at <= at)
          .reduce((sum, { people }) => sum + (people ?? 0), 0);
        return here > most;
      })
      .map(({ quarter }) => ({
        rule: "too-many-counted" as const,
        where: `${what} until ${quarter}`,
      }));
  });
}
