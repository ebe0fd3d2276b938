import type { ListView } from "@/components/hr/list/view";
import type { Say } from "@/components/hr/words";
import type { Sheet } from "@/lib/downloads/sheet";

/** The list of units as a file: the rows that the page shows, with the units' codes. */
export function listSheet(view: ListView, say: Say, verdict: Say): Sheet {
  const { reading, years } = view.policy;
  const column = (key: string) => ({ head: say(`columns.${key}`) });
  return {
    title: say("units.file", { months: 12 * years }),
    columns: [
      { head: say("columns.code") },
      ...["unit", "verdict", "group", "staff", "observed"].map(column),
      { ...column("rate"), share: true, digits: 1 },
    ],
    rows: view.open.map(({ code, name, verdict: found, peerGroup, staff, pooled }) => {
      const rate = pooled.rates[reading];
      return [
        ...[code, name, verdict(found.word), peerGroup ?? ""],
        staff ?? say("units.noStaff"),
        pooled.departures[reading],
        rate.kind === "rate" ? rate.value : say(`noRate.${rate.reason}`),
      ];
    }),
  };
}
