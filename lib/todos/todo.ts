import { type Action, isOpen } from "@/lib/actions/action";
import { type Explanation, ranOut } from "@/lib/explanations/explanation";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { hasClosed, heirsOf, type LineageUnit } from "@/lib/units/heirs";

/** A unit that a task is about. */
export type TodoUnit = { readonly code: string; readonly name: string };

/** One thing HR should do. `by`: the day it should be done; null = no date. */
export type Todo =
  | { kind: "follow-up"; by: Day; overdue: boolean; unit: TodoUnit; action: string; id: string }
  | {
      /** An open action of a unit that has closed. `heirs`: the units that go on after it. */
      kind: "left-behind";
      by: Day;
      unit: TodoUnit;
      heirs: readonly TodoUnit[];
      action: string;
      id: string;
    }
  | { kind: "comment"; by: Day; quarter: Quarter; id: string }
  | { kind: "expired"; by: null; unit: TodoUnit; what: string; expired: Day; id: string }
  | { kind: "no-action"; because: "flag" | "signal"; by: null; unit: TodoUnit; id: string }
  | { kind: "mail"; by: null; count: number; id: string }
  | { kind: "import"; by: null; count: number; id: string }
  | { kind: "refused"; by: null; count: number; id: string };

export type TodoFacts = {
  readonly today: Day;
  /** The open units, in the order of their page. */
  readonly units: readonly TodoUnit[];
  /** Every unit there has been. */
  readonly everyUnit: readonly LineageUnit[];
  /** Codes of the units that the motion's rule flags. */
  readonly flagged: readonly string[];
  /** Codes of the units that the rule misses, and that lose more than chance gives. */
  readonly signalled: readonly string[];
  readonly explanations: readonly Explanation[];
  readonly actions: readonly Action[];
  /** Invitations whose mail did not go. */
  readonly mailProblems: number;
  /** Imports of departures that nobody has confirmed. */
  readonly waitingImports: number;
  /** Files that the night's pick-up put aside, with nothing imported in their place. */
  readonly refusedFiles: number;
  /** The report that HR may comment now and has not; `publishes`: the day it goes out. */
  readonly comment: { readonly quarter: Quarter; readonly publishes: Day } | null;
};

/** Follow-ups further away than this are not yet anything to do. */
const AHEAD_DAYS = 92;

/**
 * What needs doing, by date; what has no date comes last: files, mail and imports, then units in the order
 * they are given. An explanation that ran out is a task only while its unit is flagged and no other
 * explanation applies; one that somebody ended is none. An action is missed where the rule flags, and also where
 * only chance tells. An open action of a unit that has closed stays, however far off its day is, until somebody
 * finishes it or moves it.
 */
export function todosOf(facts: TodoFacts): readonly Todo[] {
  const dated = [...followUps(facts), ...comments(facts)];
  return [
    ...dated.toSorted((a, b) => a.by.localeCompare(b.by)),
    ...counted(facts),
    ...unexplained(facts),
    ...withoutAction(facts),
  ];
}

type Dated = Extract<Todo, { by: Day }>;

function comments({ comment }: TodoFacts): Dated[] {
  if (comment === null) return [];
  const { quarter, publishes } = comment;
  return [{ kind: "comment", by: publishes, quarter, id: quarter }];
}

function followUps({ today, everyUnit, actions }: TodoFacts): Dated[] {
  const last = dayAfter(today, AHEAD_DAYS);
  const units = new Map(everyUnit.map((unit) => [unit.code, unit]));
  return actions.filter(isOpen).flatMap((action): Dated[] => {
    const { id, due, what, unitCode } = action;
    const unit = units.get(unitCode) ?? { code: unitCode, name: unitCode, validTo: null };
    const about = { by: due, unit: named(unit), action: what, id };
    if (hasClosed(unit, today)) {
      const heirs = heirsOf(unitCode, everyUnit, today).map(named);
      return [{ kind: "left-behind", ...about, heirs }];
    }
    return due > last ? [] : [{ kind: "follow-up", ...about, overdue: due < today }];
  });
}

function counted({ mailProblems, waitingImports, refusedFiles }: TodoFacts): Todo[] {
  const mail: Todo = { kind: "mail", by: null, count: mailProblems, id: "mail" };
  const imports: Todo = { kind: "import", by: null, count: waitingImports, id: "import" };
  const refused: Todo = { kind: "refused", by: null, count: refusedFiles, id: "refused" };
  return [refused, mail, imports].filter(({ count }) => count > 0);
}

function unexplained({ today, units, flagged, explanations }: TodoFacts): Todo[] {
  const latestOf = new Map(
    explanations
      .toSorted((a, b) => a.expires.localeCompare(b.expires))
      .map((explanation) => [explanation.unitCode, explanation]),
  );
  const over = new Set(flagged);
  return units.flatMap((unit) => {
    const latest = over.has(unit.code) ? latestOf.get(unit.code) : undefined;
    if (latest === undefined || !ranOut(latest, today)) return [];
    const { id, what, expires } = latest;
    return [{ kind: "expired", by: null, unit: named(unit), what, expired: expires, id }];
  });
}

function withoutAction({ units, flagged, signalled, actions }: TodoFacts): Todo[] {
  const acted = new Set(actions.filter(isOpen).map(({ unitCode }) => unitCode));
  const why = new Map([
    ...signalled.map((code) => [code, "signal"] as const),
    ...flagged.map((code) => [code, "flag"] as const),
  ]);
  return units.flatMap((unit) => {
    const because = why.get(unit.code);
    if (because === undefined || acted.has(unit.code)) return [];
    return [
      { kind: "no-action", because, by: null, unit: named(unit), id: `no-action ${unit.code}` },
    ];
  });
}

function named({ code, name }: TodoUnit): TodoUnit {
  return { code, name };
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
