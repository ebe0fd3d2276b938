import { createHash } from "node:crypto";
import type { Departure } from "@/lib/departures/departure";
import { numbersToConfirm, showDeparture, type UnitKindNumbers } from "@/lib/departures/plan";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { SignalRow } from "@/lib/signals/signal";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { UnitRow } from "@/lib/units/row";
import type { Steps } from "./pace";
import { isEmpty, type LongPlan, type Plan, type PlanSummary, planSummary } from "./plan";
import type { ProblemReport } from "./problem";

export const IMPORT_KINDS = ["units", "headcount", "departures", "signals"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Whether something from outside names a kind of import. */
export function isImportKind(given: unknown): given is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === given);
}

/** What a file of some kind would do. A plan of departures holds addresses: only `shownPlan` is shown. */
export type KindPlan =
  | { readonly kind: "units"; readonly plan: Plan<UnitRow> }
  | { readonly kind: "headcount"; readonly plan: LongPlan<HeadcountRow> }
  | { readonly kind: "departures"; readonly plan: Plan<Departure> }
  | { readonly kind: "signals"; readonly plan: Plan<SignalRow> };

/** A file held against what is stored: what it would do, or every problem it has. */
export type Preview =
  | { readonly ok: true; readonly planned: KindPlan }
  | { readonly ok: false; readonly problems: ProblemReport };

/** A row as it may be shown: field → text. The fields of a kind stand in the order in which they are read. */
export type ShownRow = Readonly<Record<string, string>>;

const showUnit = (unit: UnitRow): ShownRow => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  parentCode: unit.parentCode ?? "",
  peerGroup: unit.peerGroup ?? "",
  validFrom: unit.validFrom,
  validTo: unit.validTo ?? "",
  predecessors: unit.predecessors.join(" "),
});

const showHeadcount = ({ unitCode, month, staffGroup, permanent }: HeadcountRow): ShownRow => ({
  unitCode,
  month,
  staffGroup,
  permanent: String(permanent),
});

const showSignal = ({ unitCode, signal, period, value, answers }: SignalRow): ShownRow => ({
  unitCode,
  signal,
  period,
  value: String(value),
  answers: answers === null ? "" : String(answers),
});

/** The plan in counts and its first rows, without addresses and pseudonyms. */
export function shownPlan(planned: KindPlan, atMost: number): PlanSummary<ShownRow> {
  switch (planned.kind) {
    case "units":
      return planSummary(planned.plan, showUnit, atMost);
    case "headcount":
      return planSummary(planned.plan, showHeadcount, atMost);
    case "departures":
      return planSummary<Departure, ShownRow>(planned.plan, showDeparture, atMost);
    case "signals":
      return planSummary(planned.plan, showSignal, atMost);
  }
}

/** Whether the file would change nothing. */
export function changesNothing({ plan }: KindPlan): boolean {
  return isEmpty(plan);
}

/** How many departures come and go for each unit and kind; other imports ask for no confirmation. */
export function numbersOf(planned: KindPlan): readonly UnitKindNumbers[] {
  return planned.kind === "departures" ? numbersToConfirm(planned.plan) : [];
}

const ROWS_A_STEP = 5_000;

/** SHA-256 (hexadecimal) of the whole plan: the same text only for the same changes to the same rows. */
export function* planHash({ kind, plan }: KindPlan): Steps<string> {
  const hash = createHash("sha256").update(kind);
  const all = plan.added.length + plan.changed.length + plan.removed.length;
  let done = 0;
  for (const [name, list] of Object.entries(plan)) {
    hash.update(`\n${name}`);
    for (const row of typeof list === "number" ? [list] : list) {
      hash.update(`\n${canonicalJson(row)}`);
      done += 1;
      if (done % ROWS_A_STEP === 0) yield done / (all + 1);
    }
  }
  return hash.digest("hex");
}
