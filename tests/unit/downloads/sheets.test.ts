import { describe, expect, test } from "vitest";
import { listSheet } from "@/components/hr/list/sheet";
import { listView } from "@/components/hr/list/view";
import { funnelSheet } from "@/components/hr/overview/sheet";
import { overviewView } from "@/components/hr/overview/view";
import { reasonsSheet } from "@/components/hr/reasons/sheet";
import { yearSheet } from "@/components/hr/unit/sheet";
import { csvFile } from "@/lib/downloads/csv";
import { translator } from "@/lib/i18n/translator";
import { chosen } from "@/lib/reasons/choice";
import { reasonsOverview } from "@/lib/reasons/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitSummary } from "@/lib/turnover/summary";
import { centre, leaving, REGION } from "../hr-view/region";
import { demoFacts } from "../reports/demo-facts";

const overview = translator("sv", "hrOverview");
const figures = translator("sv", "figures");
const verdict = (word: string) => figures(`verdict.word.${word}`);
const AS_OF = "2025-12";

describe("a file says what its page says", () => {
  test("the list of units: codes, verdicts in words, turnover in per cent", () => {
    const view = listView(REGION, AS_OF, MOTION_POLICY, { kind: null, search: "björken" });
    expect(csvFile(listSheet(view, overview, verdict))).toBe(
      "\ufeffKod;Enhet;Omdöme;Jämförs med;Anställda;Avgångar;Omsättning per år, %\r\nB;Björken;Prioritera;tätort;40;30;25,0\r\n",
    );
  });

  test("the funnel: expected departures, and words where a unit cannot be compared", () => {
    const alone = centre("X", "Ensamby", 40, leaving(2025, 4), { peerGroup: "ensam" });
    const view = overviewView([...REGION, alone], AS_OF, MOTION_POLICY, "primary_care");
    const { rows, columns } = funnelSheet(view, overview, verdict);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const row = rows.find(([code]) => code === "X");
    expect(row?.slice(6, 8)).toEqual(["kan inte jämföras", "kan inte jämföras"]);
  });

  test("a unit's years, the last twelve months at the end", () => {
    const unit = centre("B", "Björken", 40, leaving(2025, 10));
    const say = (key: string, values?: Record<string, string | number>) =>
      translator("sv", "hrUnit")(`turnover.${key}`, values);
    const summary = unitSummary(unit, REGION, AS_OF, MOTION_POLICY);
    const { rows, columns, title } = yearSheet(summary, say);
    expect(title).toBe("Björken, personalomsättning");
    expect(rows.map(([year]) => year)).toEqual([
      ...["2022", "2023", "2024", "2025"],
      "Senaste 12 månaderna",
    ]);
    expect(rows.at(-2)?.slice(1, 4)).toEqual([10, 40, 0.25]);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
});

describe("what survey answers say, in a file", () => {
  const { cells, round, quarter } = demoFacts();
  const releases = { cells, round: { ...round, quarter, series: ["leaver", "retiree"] as const } };
  const say = translator("sv", "hrReasons");
  const withheld = (reason: string) => figures(`withheld.${reason}`);
  const words = { say, locale: "sv", region: round.region } as const;
  const sheetOf = (table: Parameters<typeof reasonsSheet>[0], group: string | null) => {
    const choice = chosen({ period: "four", group, series: null }, releases);
    return reasonsSheet(table, reasonsOverview(releases, choice), words, withheld);
  };

  test("a figure is a number and how it reads, or the reason why there is none and no number at all", () => {
    const { rows } = sheetOf("main", null);
    const reads = rows.map((row) => [typeof row[4], row[5]]);
    expect(reads.filter(([type]) => type === "number").every(([, how]) => how === "ungefär")).toBe(
      true,
    );
    const hidden = rows.filter((row) => row[4] === "");
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row.slice(5)).toEqual(["Visas inte: färre än 10 svar.", ""]);
  });

  test("no unit stands in any of them", () => {
    const names = Object.values(round.unitNames);
    for (const table of ["classes", "main", "more", "levers", "groups", "years"] as const) {
      const cells = sheetOf(table, null).rows.flat();
      expect(cells.filter((cell) => names.includes(`${cell}`))).toEqual([]);
    }
  });
});
