import type { Problem, ProblemCode, ProblemReport } from "./problem";

export type ProblemGroup = { readonly code: ProblemCode; readonly problems: readonly Problem[] };

/** The first problems by line, those alike together in the order they first appear, and how many are left. */
export function groupedProblems(
  { listed, unlisted }: ProblemReport,
  atMost: number,
): { readonly groups: readonly ProblemGroup[]; readonly rest: number } {
  const groups = new Map<ProblemCode, Problem[]>();
  for (const problem of listed.slice(0, atMost)) {
    const alike = groups.get(problem.code) ?? [];
    groups.set(problem.code, alike);
    alike.push(problem);
  }
  return {
    groups: [...groups].map(([code, problems]) => ({ code, problems })),
    rest: Math.max(0, listed.length - atMost) + unlisted,
  };
}

/** How many problems a report stands for. */
export function problemCount({ listed, unlisted }: ProblemReport): number {
  return listed.length + unlisted;
}
