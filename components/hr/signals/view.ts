import type { Leavers } from "@/components/hr/signals/leavers";
import { type Stayers, stayersAt } from "@/lib/signals/gap";
import { meanOf, type SignalSum } from "@/lib/signals/means";
import { type SignalPoint, seriesOf } from "@/lib/signals/series";
import { SIGNALS, type SignalName, type SignalRow } from "@/lib/signals/signal";

/** The unit's peers, and the units of the picture that its leavers are in, as places of sums. */
export const PEERS = "peers";
export const PICTURED = "pictured";

export type SignalSeries = {
  readonly signal: SignalName;
  /** Oldest first; empty when nothing is imported. */
  readonly points: readonly SignalPoint[];
};

/** What other systems know of a unit, and how those who left and those who stay differ. */
export type SignalsView = {
  readonly series: readonly SignalSeries[];
  readonly leavers: Leavers | null;
  readonly stayers: Stayers | null;
};

export function signalsView(
  rows: readonly SignalRow[],
  sums: readonly SignalSum[],
  leavers: Leavers | null,
): SignalsView {
  const peers = sums.filter(({ place }) => place === PEERS);
  const pictured = sums
    .filter(({ place }) => place === PICTURED)
    .map((sum) => ({ ...sum, value: meanOf(sum) }));
  return {
    series: SIGNALS.map((signal) => ({ signal, points: seriesOf(signal, rows, peers) })),
    leavers,
    stayers: leavers === null ? null : stayersAt(pictured, leavers.to.slice(0, 4)),
  };
}
