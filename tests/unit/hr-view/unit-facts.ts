import { signalsView } from "@/components/hr/signals/view";
import { type AnswersFacts, answersView } from "@/components/hr/unit/answers-view";
import { unitView } from "@/components/hr/unit/view";
import type { Atom, Cell, CellItem } from "@/lib/disclosure/release";
import document from "@/lib/survey/default-questionnaire.json";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { centre, REGION } from "./region";

const round: AnswersFacts["rounds"][number] = {
  quarter: "2025-Q4",
  tree: { units: { B: "tätort", N: "tätort", H0: "sjukhus" }, pictured: ["tätort"] },
  limits: { k: 8, c: 1 },
  series: ["leaver", "retiree"],
  groupNames: { tätort: "vårdcentraler i tätort", sjukhus: "sjukhus" },
  region: "Region Norrsjö",
  questionnaire: questionnaireSchema.parse(document),
};

export const atom: Atom = {
  unit: "B",
  series: "leaver",
  from: "2025-Q1",
  to: "2025-Q4",
  n: 8,
  k: 8,
  c: 1,
  items: {
    H1: { kind: "scale", n: 8, sum: 32, low: 16, high: 32 },
    H2: { kind: "scale", n: 8, sum: 24, low: 16, high: 32 },
    D1: { kind: "scale", n: 8, sum: 18, low: 16, high: 32 },
    B1: {
      kind: "classes",
      counts: { natural: 2, organisational: 2, career: 2, avoidable: 5, other: 2 },
      low: 2,
      high: 6,
    },
  },
};

const reasons: CellItem = {
  options: { A1: 14, A10: 8, A11: 12, N1: 6, "no-answer": -1 },
  classes: { avoidable: 24, natural: 6, "no-answer": 1 },
};

export const cell = (node: Cell["node"], to: Cell["to"]): Cell => ({
  slice: "answers",
  series: "leaver",
  from: to,
  items: { B1: reasons },
  n: 31,
  ...{ node, to },
});

/** A unit's turnover as its page has it. */
export function shownOf(unit: UnitMonths) {
  return unitView({
    unit,
    units: [...REGION, unit],
    asOf: "2025-12",
    policy: MOTION_POLICY,
    today: "2026-01-20",
    parent: null,
    explanations: [],
    actions: [],
  });
}

/** What may be said of a unit's answers. */
export function viewOf(unit: UnitMonths, facts: Partial<AnswersFacts> = {}) {
  return answersView(
    { atoms: [], cells: [], rounds: [round], ahead: [], ...facts },
    shownOf(unit),
    "sv",
  );
}

export const bjorken = REGION[0] ?? centre("B", "Björken", 40, []);

/** A unit of which no other system has told anything. */
export const NO_SIGNALS = signalsView([], [], null);

/** Björken with a result of its own and a picture of its group. */
export function unitFacts() {
  const cells = [cell("group:tätort", "2025-Q4")];
  return {
    view: shownOf(bjorken),
    answers: viewOf(bjorken, { atoms: [atom], cells }),
    signals: NO_SIGNALS,
  };
}
