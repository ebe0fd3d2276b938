import { problemCount } from "@/lib/imports/grouped";
import { type KindPlan, shownPlan } from "@/lib/imports/kind-plan";
import type { Problem, ProblemReport } from "@/lib/imports/problem";

/** What became of a file, as the call's rules name it. */
export type CallOutcome =
  | { readonly outcome: "applied"; readonly importId: string; readonly planned: KindPlan }
  | { readonly outcome: "nothing" | "dry-run" | "removals"; readonly planned: KindPlan }
  | { readonly outcome: "problems"; readonly problems: ProblemReport };

/** Status and JSON of an answer: counts and problems, never a row, an address or a reference. */
export type Answer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A problem's name in a sentence: what is wrong and what to do. */
export type Said = (problem: Problem) => string;

/** What a program is answered. */
export function answerOf(done: CallOutcome, said: Said): Answer {
  if (done.outcome === "problems") {
    const problems = done.problems.listed.map((problem) => ({
      line: problem.line,
      column: problem.column,
      code: problem.code,
      message: said(problem),
    }));
    const count = problemCount(done.problems);
    return { status: 422, body: { outcome: "problems", count, problems } };
  }
  const { added, changed, removed, unchanged } = shownPlan(done.planned, 0);
  const counts = {
    ...{ added: added.count, changed: changed.count, removed: removed.count, unchanged },
  };
  const body = { outcome: done.outcome, kind: done.planned.kind, ...counts };
  if (done.outcome === "removals") return { status: 409, body };
  if (done.outcome !== "applied") return { status: 200, body };
  const waits = done.planned.kind === "departures";
  return { status: 200, body: { ...body, importId: done.importId, waits } };
}
