import { monthOf } from "@/lib/turnover/month";
import { monthAt } from "./calendar";
import { departuresFile } from "./files";
import type { DemoRegion } from "./region";

/**
 * The departures as HR would have sent them: everything that has been confirmed, and the open quarter's last month,
 * which still waits for the auditor. Units with a visitor that month are known already: a visitor has a link.
 */
export function departureFiles({
  departures,
  visitors,
  openQuarter,
}: Pick<DemoRegion, "departures" | "visitors" | "openQuarter">): {
  readonly known: string;
  readonly waiting: string;
} {
  const last = monthAt(openQuarter, 2);
  const inLast = departures.filter(({ lastDay }) => monthOf(lastDay) === last);
  const visited = new Set(
    inLast
      .filter(({ employeeRef }) => visitors.includes(employeeRef))
      .map(({ unitCode }) => unitCode),
  );
  const waits = new Set(inLast.filter(({ unitCode }) => !visited.has(unitCode)));
  return {
    known: departuresFile(departures.filter((row) => !waits.has(row))),
    waiting: departuresFile([...waits]),
  };
}
