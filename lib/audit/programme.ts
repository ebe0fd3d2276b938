import { type Agrees, type Range, rangesOf, type View } from "./bounds";

/** Solves an integer programme in CPLEX's LP format, and says whether anything satisfies it. */
export type Solve = (programme: string) => boolean;

/** Asks a solver whether a table agrees: for more people than can be tried one table after another. */
export function byProgramme(solve: Solve): Agrees {
  return (view, least) => {
    const ranges = rangesOf(view, least);
    return ranges.every(({ from, to }) => from <= to) && solve(programmeOf(view, ranges));
  };
}

function programmeOf({ people, answers, sum }: View, ranges: readonly Range[]): string {
  const names = ranges.map((_, index) => `x${index}`);
  const valued = answers.map((_, index) => `${index + 1} x${index}`).join(" + ");
  return [
    "Minimize",
    " any: x0",
    "Subject To",
    ` people: ${names.join(" + ")} = ${people}`,
    ...(sum === null ? [] : [` least: ${valued} >= ${sum.from}`, ` most: ${valued} <= ${sum.to}`]),
    "Bounds",
    ...ranges.map(({ from, to }, index) => ` ${from} <= x${index} <= ${to}`),
    "General",
    ` ${names.join(" ")}`,
    "End",
  ].join("\n");
}
