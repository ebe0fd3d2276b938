import type { DepartureRow } from "@/lib/departures/row";
import type { SignalRow } from "@/lib/signals/signal";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { UnitRow } from "@/lib/units/row";
import { csvOf } from "./csv";

/** The `units` import file. */
export function unitsFile(rows: readonly UnitRow[]): string {
  const header = [
    ...["code", "name", "kind", "parent_code", "peer_group"],
    ...["valid_from", "valid_to", "predecessors"],
  ];
  return csvOf(
    header,
    rows.map((row) => [
      ...[row.code, row.name, row.kind, row.parentCode ?? "", row.peerGroup ?? ""],
      ...[row.validFrom, row.validTo ?? "", row.predecessors.join(" ")],
    ]),
  );
}

/** The `headcount` import file. */
export function headcountFile(rows: readonly HeadcountRow[]): string {
  return csvOf(
    ["unit_code", "month", "permanent_headcount"],
    rows.map((row) => [row.unitCode, row.month, row.permanent]),
  );
}

/** The `signals` import file. */
export function signalsFile(rows: readonly SignalRow[]): string {
  return csvOf(
    ["unit_code", "period", "signal", "value", "answers"],
    rows.map((row) => [row.unitCode, row.period, row.signal, row.value, row.answers ?? ""]),
  );
}

/** The `departures` import file. */
export function departuresFile(rows: readonly DepartureRow[]): string {
  const header = [
    ...["employee_ref", "unit_code", "last_day", "kind", "email"],
    ...["private_email", "language", "delivery", "protected"],
  ];
  return csvOf(
    header,
    rows.map((row) => [
      ...[row.employeeRef, row.unitCode, row.lastDay, row.kind, row.email ?? ""],
      ...[row.privateEmail ?? "", row.language, row.delivery, row.protected ? "yes" : ""],
    ]),
  );
}
