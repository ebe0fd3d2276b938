import type { SignalSeries } from "@/components/hr/signals/view";
import type { Say } from "@/components/hr/words";
import type { Sheet } from "@/lib/downloads/sheet";
import { isIndex } from "@/lib/signals/signal";

/** One signal of a unit as a file: what its picture is drawn from. */
export function signalSheet(unit: string, { signal, points }: SignalSeries, say: Say): Sheet {
  const value = { digits: isIndex(signal) ? 0 : 1 };
  return {
    title: say("file", { unit, signal: say(`name.${signal}`) }),
    columns: [
      { head: say("column.period") },
      { head: say(`column.${isIndex(signal) ? "index" : "percent"}`), ...value },
      ...(isIndex(signal) ? [{ head: say("column.answers") }] : []),
      { head: say("column.peers"), ...value },
    ],
    rows: points.map((point) => [
      point.period,
      point.value ?? say("missing"),
      ...(isIndex(signal) ? [point.answers ?? say("notSaid")] : []),
      point.peers ?? say("missing"),
    ]),
  };
}
