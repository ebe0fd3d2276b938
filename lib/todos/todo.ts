import { type Action, isOpen } from "@/lib/actions/action";
import { type Explanation, ranOut } from "@/lib/explanations/explanation";
import type { Day } from "@/lib/quarters/quarter";

/** A unit that a task is about. */
export type TodoUnit = { readonly code: string; readonly name: string };

/** One thing HR should do. `by`: the day it should be done; null = no date. */
export type Todo =
  | { kind: "follow-up"; by: Day; overdue: boolean; unit: TodoUnit; action: string; id: string }
  | { kind: "expired"; by: null; unit: TodoUnit; what: string; expired: Day; id: string }
  | { kind: "no-action"; because: "flag" | "signal"; by: null; unit: TodoUnit; id: string }
  | { kind: "mail"; by: null; count: number; id: string }
  | { kind: "import"; by: null; count: number; id: string };

export type TodoFacts = {
  readonly today: Day;
  readonly units: readonly TodoUnit[];
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
};

/** Follow-ups further away than this are not yet anything to do. */
const AHEAD_DAYS = 92;

/**
 * What needs doing, by date; what has no date comes last: mail and imports, then units in the order
 * they are given. An explanation that ran out is a task only while its unit is flagged and no other
 * explanation applies; one that somebody ended is none. An action is missed where the rule flags, and also where
 * only chance tells.
 */
export function todosOf(facts: TodoFacts): readonly Todo[] {
  const dated = followUps(facts).toSorted((a, b) => a.by.localeCompare(b.by));
  return [...dated, ...counted(facts), ...unexplained(facts), ...withoutAction(facts)];
}

function followUps({ today, units, actions }: TodoFacts) {
  const last = dayAfter(today, AHEAD_DAYS);
  return actions
    .filter((action) => isOpen(action) && action.due <= last)
    .flatMap((action) => {
      const unit = units.find(({ code }) => code === action.unitCode);
      if (unit === undefined) return [];
      const { id, due, what } = action;
      return [
        {
          kind: "follow-up" as const,
          by: due,
          overdue: due < today,
          unit: named(unit),
          action: what,
          id,
        },
      ];
    });
}

function counted({ mailProblems, waitingImports }: TodoFacts): Todo[] {
  const mail: Todo = { kind: "mail", by: null, count: mailProblems, id: "mail" };
  const imports: Todo = { kind: "import", by: null, count: waitingImports, id: "import" };
  return [mail, imports].filter(({ count }) => count > 0);
}

function unexplained({ today, units, flagged, explanations }: TodoFacts): Todo[] {
  return units.flatMap((unit) => {
    if (!flagged.includes(unit.code)) return [];
    const own = explanations.filter(({ unitCode }) => unitCode === unit.code);
    const latest = own.toSorted((a, b) => b.expires.localeCompare(a.expires))[0];
    if (latest === undefined || !ranOut(latest, today)) return [];
    const { id, what, expires } = latest;
    return [{ kind: "expired", by: null, unit: named(unit), what, expired: expires, id }];
  });
}

function withoutAction({ units, flagged, signalled, actions }: TodoFacts): Todo[] {
  const acted = new Set(actions.filter(isOpen).map(({ unitCode }) => unitCode));
  return units.flatMap((unit) => {
    const because = whyAct(unit, flagged, signalled);
    if (because === null || acted.has(unit.code)) return [];
    return [
      { kind: "no-action", because, by: null, unit: named(unit), id: `no-action ${unit.code}` },
    ];
  });
}

function whyAct({ code }: TodoUnit, flagged: readonly string[], signalled: readonly string[]) {
  if (flagged.includes(code)) return "flag";
  return signalled.includes(code) ? "signal" : null;
}

function named({ code, name }: TodoUnit): TodoUnit {
  return { code, name };
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
