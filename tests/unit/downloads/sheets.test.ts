import { describe, expect, test } from "vitest";
import { closedSheet, listSheet } from "@/components/hr/list/sheet";
import { listView } from "@/components/hr/list/view";
import {
  funnelSheet,
  TABLES as OVERVIEW_TABLES,
  overviewSheet,
} from "@/components/hr/overview/sheet";
import { overviewView } from "@/components/hr/overview/view";
import { reasonsSheet } from "@/components/hr/reasons/sheet";
import { TABLES as UNIT_TABLES, unitSheet } from "@/components/hr/unit/files";
import { yearSheet } from "@/components/hr/unit/turnover-sheets";
import { csvFile } from "@/lib/downloads/csv";
import { translator } from "@/lib/i18n/translator";
import { chosen } from "@/lib/reasons/choice";
import { reasonsOverview } from "@/lib/reasons/overview";
import { openSummaries } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitSummary } from "@/lib/turnover/summary";
import { turnoverTrend } from "@/lib/turnover/trend";
import { centre, leaving, REGION } from "../hr-view/region";
import { unitFacts } from "../hr-view/unit-facts";
import { demoFacts } from "../reports/demo-facts";

const overview = translator("sv", "hrOverview");
const unit = translator("sv", "hrUnit");
const figures = translator("sv", "figures");
const verdict = (word: string) => figures(`verdict.word.${word}`);
const AS_OF = "2025-12";

describe("a file says what its page says", () => {
  test("the list of units: codes, verdicts in words, turnover in per cent", () => {
    const all = openSummaries(REGION, AS_OF, MOTION_POLICY);
    const view = listView({ units: REGION, all }, AS_OF, MOTION_POLICY, {
      kind: null,
      search: "björken",
    });
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
    const say = translator("sv", "hrUnit");
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

describe("every table of a page has a file of its own rows", () => {
  const words = { say: overview, locale: "sv" } as const;
  const view = overviewView(REGION, AS_OF, MOTION_POLICY, "primary_care");

  test.each(OVERVIEW_TABLES)("the overview's %s", (table) => {
    const all = overviewView(REGION, AS_OF, MOTION_POLICY, null);
    const { title, rows, columns } = overviewSheet(table, all, words, verdict);
    expect([title.length, rows.length].every((n) => n > 0)).toBe(true);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  test("the rule's readings and the trend say what the page says", () => {
    const readings = overviewSheet("readings", view, words, verdict);
    expect(readings.rows).toEqual([
      ["B", "Björken", "ja", "ja", "ja", "ja"],
      ["L", "Lind", "ja", "ja", "ja", "ja"],
    ]);
    const { rows } = overviewSheet("trend", view, words, verdict);
    expect(rows).toHaveLength(view.trend.quarters.length);
  });

  test("each peer group has its own trend and its own limits, where there are several", () => {
    expect(overviewSheet("groups", view, words, verdict).rows).toEqual([]);
    const all = overviewView(REGION, AS_OF, MOTION_POLICY, null);
    expect(all.groups.map(({ group }) => group)).toEqual(["sjukhus", "tätort"]);
    for (const { group, trend } of all.groups) {
      const own = REGION.filter(({ peerGroup }) => peerGroup === group);
      expect(trend).toEqual(turnoverTrend(own, AS_OF, MOTION_POLICY.reading, MOTION_POLICY));
    }
  });

  test("closed units: when each closed, and into what it went up", () => {
    const old = centre("Z", "Zonen", 20, [], { validTo: "2024-12-31" });
    const heir = centre("Y", "Yttre", 20, [], { predecessors: ["Z"], validFrom: "2025-01-01" });
    const units = [...REGION, old, heir];
    const all = openSummaries(units, AS_OF, MOTION_POLICY);
    const list = listView({ units, all }, AS_OF, MOTION_POLICY, { kind: null, search: "" });
    expect(closedSheet(list, overview).rows).toEqual([
      ["Z", "Zonen", "tätort", "2024-12-31", "Yttre"],
    ]);
  });

  test.each(UNIT_TABLES)("a unit's %s", (table) => {
    const sheet = unitSheet(table, unitFacts(), { ...words, say: unit }, figures);
    expect(sheet?.title).toContain("Björken");
    expect(sheet?.rows.length).toBeGreaterThan(0);
    for (const row of sheet?.rows ?? []) expect(row).toHaveLength(sheet?.columns.length ?? 0);
  });

  test("a unit without a picture of its group has no file of it", () => {
    const { view: shown } = unitFacts();
    const none = { view: shown, answers: null };
    expect(unitSheet("reasons", none, { ...words, say: unit }, figures)).toBeNull();
  });
});

describe("what survey answers say, in a file", () => {
  const { cells, round, quarter } = demoFacts();
  const releases = { cells, round: { ...round, quarter, series: ["leaver", "retiree"] as const } };
  const say = translator("sv", "hrReasons");
  const words = { say, locale: "sv", region: round.region } as const;
  const sheetOf = (table: Parameters<typeof reasonsSheet>[0], group: string | null) => {
    const choice = chosen({ period: "four", group, series: null }, releases);
    return reasonsSheet(table, reasonsOverview(releases, choice), words, figures);
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
