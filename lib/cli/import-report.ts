import { translator } from "@/lib/i18n/translator";
import { problemCount } from "@/lib/imports/grouped";
import { type KindPlan, numbersOf, type ShownRow, shownPlan } from "@/lib/imports/kind-plan";
import { type Problem, type ProblemReport, placeOf } from "@/lib/imports/problem";
import type { CreatedInvitations } from "@/lib/invitations/mutations";

/** What became of a file that the command line was given. `invitations` null: the import waits, or needs none. */
export type Reported =
  | { readonly outcome: "problems"; readonly problems: ProblemReport }
  | { readonly outcome: "nothing" | "dry-run" | "removals"; readonly planned: KindPlan }
  | {
      readonly outcome: "applied";
      readonly importId: string;
      readonly planned: KindPlan;
      readonly invitations: CreatedInvitations | null;
    };

const LISTED = 100;

function problemLine(problem: Problem): string {
  const t = translator("en", "imports");
  const { code, line, column, value = "", expected = "" } = problem;
  const place = t(`place.${placeOf(problem)}`, { line, column, value });
  return `${place}. ${t(`problem.${code}`, { expected })}`;
}

function problemLines(problems: ProblemReport): string[] {
  const count = problemCount(problems);
  const more = translator("en", "imports")("moreProblems", { count: count - LISTED });
  return [
    ...problems.listed.slice(0, LISTED).map(problemLine),
    ...(count > LISTED ? [more] : []),
    translator("en", "import-page")("command.problems", { n: count }),
  ];
}

const textOf = (row: ShownRow): string =>
  Object.values(row)
    .filter((value) => value !== "")
    .join(", ");

/** Whether anybody is invited, and by whose word. */
function confirmationLines(reported: Extract<Reported, { outcome: "applied" }>): string[] {
  const t = translator("en", "import-page");
  if (reported.planned.kind !== "departures") return [];
  if (reported.invitations === null) return [t("command.waits")];
  const { mail, letter } = reported.invitations;
  return [t("command.demonstration", { mail, letter })];
}

/** What is printed for people. */
export function importedLines(reported: Reported): string[] {
  if (reported.outcome === "problems") return problemLines(reported.problems);
  const t = translator("en", "import-page");
  if (reported.outcome === "nothing") return [t("command.nothing")];
  const { added, changed, removed, unchanged } = shownPlan(reported.planned, LISTED);
  const counts = { added: added.count, changed: changed.count, removed: removed.count, unchanged };
  const hidden = removed.count - removed.first.length;
  const lines = [
    ...removed.first.map((row) => t("command.removal", { row: textOf(row) })),
    ...(hidden > 0 ? [t("rest", { n: hidden })] : []),
    t("command.counts", counts),
  ];
  if (reported.outcome === "applied") {
    return [...lines, t("command.applied"), ...confirmationLines(reported)];
  }
  return [...lines, t(reported.outcome === "dry-run" ? "command.dryRun" : "command.removals")];
}

/** What is printed for programs (`--json`): neither addresses nor pseudonyms. */
export function importedRecord(reported: Reported): unknown {
  if (reported.outcome === "problems") return { outcome: "problems", ...reported.problems };
  const { planned, ...rest } = reported;
  const plan = shownPlan(planned, LISTED);
  return { ...rest, kind: planned.kind, plan, numbers: numbersOf(planned) };
}
