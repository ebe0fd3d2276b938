import { withHistory } from "./lineage";
import { lastDayOfMonth, type Month, monthsUpTo } from "./month";
import { peerStandard } from "./peers";
import type { TurnoverPolicy } from "./policy";
import { summaryAgainst, type UnitSummary } from "./summary";
import type { UnitMonths } from "./unit-months";

/** The open units of one peer group, each against the same yardstick. `units`: all of the region. */
export function groupSummaries(
  peerGroup: string,
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): readonly UnitSummary[] {
  const peers = units.filter((unit) => unit.peerGroup === peerGroup);
  const standard = peerStandard(peers, monthsUpTo(asOf, 12 * policy.years), policy);
  const day = lastDayOfMonth(asOf);
  return peers
    .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))
    .map((unit) => summaryAgainst(withHistory(unit, units), standard, asOf, policy));
}
