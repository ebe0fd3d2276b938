import { type Leavers, leaversOf } from "@/components/hr/signals/leavers";
import { PEERS, PICTURED, type SignalsView, signalsView } from "@/components/hr/signals/view";
import type { AnswersFacts } from "@/components/hr/unit/answers-view";
import type { HrActor } from "@/lib/auth/actor";
import { signalSums, signalsOf } from "@/lib/signals/data";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import type { Locale } from "@/lib/wording/number";

type Asked = {
  readonly unit: Pick<UnitMonths, "code" | "peerGroup">;
  /** All of the region. */
  readonly units: readonly Pick<UnitMonths, "code" | "peerGroup">[];
  readonly survey: AnswersFacts;
  readonly locale: Locale;
};

/** HME and sick leave of a unit and its peers, and who its leavers are held against. */
export async function unitSignals(
  actor: HrActor,
  { unit, units, survey, locale }: Asked,
): Promise<SignalsView> {
  const leavers = leaversOf(survey, unit.code, locale);
  const [rows, sums] = await Promise.all([
    signalsOf(actor, unit.code),
    signalSums(actor, [...peersOf(unit, units), ...pictured(leavers)]),
  ]);
  return signalsView(rows, sums, leavers);
}

function peersOf({ peerGroup }: Asked["unit"], units: Asked["units"]) {
  return units
    .filter((other) => peerGroup !== null && other.peerGroup === peerGroup)
    .map(({ code }) => ({ unit: code, place: PEERS }));
}

function pictured(leavers: Leavers | null) {
  return (leavers?.units ?? []).map((unit) => ({ unit, place: PICTURED }));
}
