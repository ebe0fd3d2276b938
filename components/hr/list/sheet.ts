import { ALL_KINDS } from "@/components/hr/kind";
import type { ListView } from "@/components/hr/list/view";
import type { Say } from "@/components/hr/words";
import type { Sheet } from "@/lib/downloads/sheet";

/** Where the list or that of closed units lies as a file, for the page's own filters. */
export function listFile(table: "units" | "closed-units", { filter }: ListView): string {
  const query = new URLSearchParams({ slag: filter.kind ?? ALL_KINDS, sok: filter.search });
  return `/hr/downloads/${table}?${query}`;
}

/** A page of the list, with its own filters and the list on top of the screen. */
export function listAddress({ filter }: ListView, page: number): string {
  const asked = { slag: filter.kind ?? "", sok: filter.search, sida: page > 1 ? `${page}` : "" };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
  return `/hr/units?${query}#units`;
}

/** The closed units as a file: when each closed, and into what it went up. */
export function closedSheet(view: ListView, say: Say): Sheet {
  return {
    title: say("units.closedName"),
    columns: ["code", "unit", "group", "closed", "into"].map((key) => ({
      head: say(`columns.${key}`),
    })),
    rows: view.closed.map(({ code, name, peerGroup, validTo, into }) => [
      ...[code, name, peerGroup ?? "", validTo ?? ""],
      into.map((unit) => unit.name).join(", "),
    ]),
  };
}

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
