import type { Say } from "@/components/hr/words";
import type { UnitKindNumbers } from "@/lib/departures/plan";
import type { Sheet } from "@/lib/downloads/sheet";
import { type KindPlan, type ShownRow, shownPlan } from "@/lib/imports/kind-plan";

/** Rows of each part in a file: more than anybody looks through, and a sheet that Excel still opens at once. */
const MOST_FILE_ROWS = 20_000;

/** A plan as a file: what becomes of each row, its fields, and what it was before. What is not shown is counted. */
export function planSheet(planned: KindPlan, say: Say): Sheet {
  const { added, changed, removed } = shownPlan(planned, MOST_FILE_ROWS);
  const rows = [
    ...removed.first.map((row) => ({ part: "removed", row, was: "" })),
    ...changed.first.map(({ before, after, fields }) => ({
      ...{ part: "changed", row: after },
      was: fields.map((field) => `${say(`field.${field}`)}: ${before[field] ?? ""}`).join("; "),
    })),
    ...added.first.map((row) => ({ part: "added", row, was: "" })),
  ];
  const fields = Object.keys(rows[0]?.row ?? {});
  const cells = (row: ShownRow) => fields.map((field) => row[field] ?? "");
  const rest = [removed, changed, added].reduce(
    (sum, { count, first }) => sum + count - first.length,
    0,
  );
  const last = rest > 0 ? [[say("rest", { n: rest }), ...fields.map(() => ""), ""]] : [];
  return {
    title: say("planFile"),
    columns: [
      { head: say("planPart") },
      ...fields.map((field) => ({ head: say(`field.${field}`) })),
      { head: say("planWas") },
    ],
    rows: [...rows.map(({ part, row, was }) => [say(`part.${part}`), ...cells(row), was]), ...last],
  };
}

/** What somebody outside HR vouches for, as a file. */
export function numbersSheet(numbers: readonly UnitKindNumbers[], say: Say): Sheet {
  return {
    title: say("numbers.name"),
    columns: ["field.unitCode", "field.kind", "part.added", "part.removed"].map((key) => ({
      head: say(key),
    })),
    rows: numbers.map(({ unitCode, kind, added, removed }) => [
      ...[unitCode, say(`departureKind.${kind}`), added, removed],
    ]),
  };
}
