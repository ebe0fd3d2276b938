import { DEPARTURE_COLUMNS } from "@/lib/departures/row";
import { SIGNAL_COLUMNS } from "@/lib/signals/signal";
import { HEADCOUNT_COLUMNS } from "@/lib/units/headcount-row";
import { UNIT_COLUMNS } from "@/lib/units/row";
import type { ImportKind } from "./kind-plan";
import type { Columns } from "./table";

/** The columns of every kind of file, as they are read. */
export const FORMATS: Record<ImportKind, Columns<string>> = {
  units: UNIT_COLUMNS,
  headcount: HEADCOUNT_COLUMNS,
  departures: DEPARTURE_COLUMNS,
  signals: SIGNAL_COLUMNS,
};
