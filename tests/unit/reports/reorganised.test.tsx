import { describe, expect, it } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import type { Collected } from "@/lib/audit/published";
import { count } from "@/lib/disclosure/count";
import { geometricNoise } from "@/lib/disclosure/noise";
import type { Release, Tree } from "@/lib/disclosure/release";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import type { Quarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { monthsIn, monthsUpTo } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import { pooledTurnover } from "@/lib/turnover/period";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitMonthsFrom } from "@/lib/turnover/stored";
import { solve } from "../audit/collected";
import { tossed } from "../disclosure/attacks/dice";
import { demoFacts } from "./demo-facts";
import { page, published, text } from "./rendered";

const demo = demoFacts();
const { questionnaire, limits } = demo.round;
const series = ["leaver", "retiree"] as const;

type Part = {
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
  readonly of?: readonly string[];
  readonly leave: number;
};

/** On 1 July 2026 Parken is divided into Norra and Södra, Ett and Två become Hela, and Kvarn changes its group. */
const PARTS: readonly Part[] = [
  { code: "Parken", to: "2026-06-30", leave: 4 },
  { code: "Norra", from: "2026-07-01", of: ["Parken"], leave: 0 },
  { code: "Södra", from: "2026-07-01", of: ["Parken"], leave: 0 },
  { code: "Ett", to: "2026-06-30", leave: 4 },
  { code: "Två", to: "2026-06-30", leave: 4 },
  { code: "Hela", from: "2026-07-01", of: ["Ett", "Två"], leave: 0 },
  { code: "Kvarn", leave: 1 },
  { code: "Zon", leave: 1 },
];
const YEARS = [2023, 2024, 2025, 2026];

const months = unitMonthsFrom(
  PARTS.map(({ code, from = "2020-01-01", to = null, of = [] }) => ({
    ...{ code, name: code, kind: "primary_care", parentCode: null, peerGroup: "stad" },
    ...{ validFrom: from, validTo: to, predecessors: of },
  })),
  PARTS.flatMap(({ code, from = "2023-01-01", to = "2026-09-30" }) => {
    const open = monthsIn({ from: from.slice(0, 7), to: to.slice(0, 7) });
    return open.map((month) => ({ unitCode: code, month, permanent: 25 }));
  }),
  PARTS.flatMap(({ code, leave }) =>
    YEARS.flatMap((year) =>
      Array.from({ length: leave }, (_, n) => {
        return { unitCode: code, lastDay: `${year}-0${n + 2}-15`, kind: "resignation" };
      }),
    ),
  ),
);

type Round = {
  readonly quarter: Quarter;
  readonly tree: Tree;
  readonly mergedInto: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, number>>;
};

const before = { Parken: "stad", Ett: "stad", Två: "stad", Kvarn: "stad", Zon: "land" };
const after = { Norra: "stad", Södra: "stad", Hela: "stad", Kvarn: "land", Zon: "land" };
const ROUNDS: readonly Round[] = [
  {
    ...{ quarter: "2026-Q2", tree: { units: before, pictured: [] }, mergedInto: {} },
    answers: { Parken: 12, Ett: 5, Två: 5, Kvarn: 12, Zon: 20 },
  },
  {
    ...{ quarter: "2026-Q3", tree: { units: after, pictured: [] } },
    mergedInto: { Ett: "Hela", Två: "Hela" },
    answers: { Norra: 6, Södra: 9, Hela: 5, Kvarn: 12, Zon: 20 },
  },
];

function released(): Pick<Release, "atoms" | "cells"> {
  const noise = geometricNoise(tossed("reorganised"));
  const atoms: Release["atoms"][number][] = [];
  const cells: Release["cells"][number][] = [];
  let waiting: Waiting = NOTHING_WAITING;
  for (const { answers, ...round } of ROUNDS) {
    const payloads = Object.entries(answers).flatMap(([unit, n]) =>
      Array.from({ length: n }, (_, i) => ({
        ...{ version: 1, unit, series: "leaver" },
        answers: { B1: i % 2 ? "A3" : "N2", H1: 1 + (i % 5), H2: 1 + (i % 4) },
      })),
    );
    const rules = { ...round, questionnaire, limits, series };
    const counted = count(payloads as never, rules, waiting, noise);
    waiting = counted.waiting;
    atoms.push(...counted.release.atoms);
    cells.push(...counted.release.cells);
  }
  return { atoms, cells };
}

const release = released();
const namesOf = (units: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(units).map((code) => [code, code]));

function factsOf({ quarter, tree }: Round): ReportFacts {
  const [asOf, earlier] = quarter === "2026-Q3" ? ["2026-09", "2026-06"] : ["2026-06", "2026-03"];
  return {
    ...demoFacts(quarter),
    round: { ...demoFacts(quarter).round, tree, unitNames: namesOf(tree.units) },
    overview: overview(months, asOf ?? "", MOTION_POLICY),
    before: overview(months, earlier ?? "", MOTION_POLICY),
    yearBefore: pooledTurnover(months, monthsUpTo("2025-09", 12), MOTION_POLICY),
    ...release,
    ...{ themes: [], paraphrases: [], leavers: [], explanations: [], actions: [], comment: null },
    rounds: ROUNDS.map((one) => ({ quarter: one.quarter, received: 60 })),
    programme: Object.fromEntries(Object.keys(tree.units).map((code) => [code, null])),
  };
}

const reports = ROUNDS.map((round) => published(factsOf(round)));
const [, last] = reports;
const resultsOf = Object.fromEntries(
  (last?.snapshot.survey.results ?? []).map((result) => [result.code, result]),
);

describe("a report over a division, a merger and a change of group", () => {
  it("gives the parts of a divided unit nothing of what was answered at the whole", () => {
    expect(release.atoms.map(({ unit }) => unit)).toContain("Parken");
    expect(Object.keys(resultsOf)).not.toContain("Parken");
    expect(resultsOf["Södra"]).toMatchObject({ from: "2026-Q3", people: { n: 9 } });
    expect(resultsOf["Norra"]?.people.kind ?? "withheld").toBe("withheld");
  });

  it("adds what waited of merged units, and shows it under the new name", () => {
    expect(resultsOf["Hela"]).toMatchObject({ from: "2026-Q2", people: { kind: "count", n: 15 } });
  });

  it("leaves the attacker nothing in both reports and all that was released", () => {
    const collected: Collected = {
      rounds: ROUNDS.map(({ quarter, tree, mergedInto: merged, answers }) => ({
        manifest: { quarter, tree, series: [...series], limits, merged },
        questionnaire,
        counted: Object.values(answers).reduce((sum, n) => sum + n, 0),
      })),
      ...release,
      readings: null,
      reports: reports.map(({ snapshot }) => ({ name: snapshot.quarter, snapshot })),
    };
    expect(attackReleases(collected, solve)).toEqual([]);
  });

  it("says that the divided unit is no more, from when the merged one is another, and how both are counted", () => {
    if (last === undefined) throw new Error("There is no report.");
    const said = text(page(last, "sv"));
    expect(said).toContain("Parken");
    expect(said).toMatch(/finns inte längre som egen enhet/);
    expect(said).toContain("Ny form från juli 2026. Enheten slogs ihop");
    expect(said).toContain("Delas en enhet följer ingen historia med.");
  });
});
