import { describe, expect, it } from "vitest";
import { type DemoAnswer, demoRegion } from "@/lib/demo/region";
import { type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { parseAnswers } from "@/lib/survey/answers";
import document from "@/lib/survey/default-questionnaire.json";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

const questionnaire = questionnaireSchema.parse(document);
const region = demoRegion("2026-Q4");
const byQuarter = region.closedQuarters.map((quarter) => region.answersFor(quarter));
const all = byQuarter.flat();
const leavers = all.filter(({ series }) => series === "leaver");

const invitedIn = (quarter: Quarter) =>
  region.departures.filter(
    ({ kind, lastDay }) =>
      (kind === "resignation" || kind === "retirement") && quarterOf(lastDay) === quarter,
  );

function mean(answers: readonly DemoAnswer[], items: readonly string[]): number {
  const values = answers.flatMap((row) =>
    items.map((item) => row.answers[item]).filter((value) => typeof value === "number"),
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const share = (answers: readonly DemoAnswer[], item: string, codes: readonly string[]) => {
  const given = answers.flatMap(({ answers: { [item]: value } }) => value ?? []);
  return given.filter((value) => codes.includes(String(value))).length / given.length;
};

const at = (codes: readonly string[]) => leavers.filter(({ unit }) => codes.includes(unit));
const bad = region.truth.filter(({ state }) => state === "bad").map(({ unit }) => unit);
const fine = region.truth.filter(({ state }) => state === "fine").map(({ unit }) => unit);

describe("the demonstration's answers", () => {
  it("come from the twelve quarters before the open one", () => {
    expect(region.closedQuarters).toHaveLength(12);
    expect([region.closedQuarters[0], region.closedQuarters.at(-1)]).toEqual([
      "2023-Q4",
      "2026-Q3",
    ]);
  });

  it("are 55–85 a quarter, 71 on average, rather more than half of the invited", () => {
    expect(Math.round(all.length / 12)).toBe(71);
    for (const [i, quarter] of region.closedQuarters.entries()) {
      const n = byQuarter[i]?.length ?? 0;
      expect(n).toBeGreaterThanOrEqual(55);
      expect(n).toBeLessThanOrEqual(85);
      expect(n / invitedIn(quarter).length).toBeGreaterThan(0.48);
      expect(n / invitedIn(quarter).length).toBeLessThan(0.72);
    }
  });

  it("come once each, from somebody who was invited and could be reached, with unit and series of the departure", () => {
    expect(new Set(all.map(({ employeeRef }) => employeeRef)).size).toBe(all.length);
    for (const { employeeRef, unit, series } of all) {
      const departure = region.departures.find((row) => row.employeeRef === employeeRef);
      expect(departure?.unitCode).toBe(unit);
      expect(departure?.kind).toBe(series === "retiree" ? "retirement" : "resignation");
      expect(departure?.protected).toBe(false);
      expect(departure?.delivery).not.toBe("none");
    }
  });

  it("are valid for the default questionnaire to the last item", () => {
    for (const { answers } of all) expect(parseAnswers(questionnaire, answers)).toEqual(answers);
  });

  it("take the short track of those who retire, and skip an item here and there", () => {
    for (const { series, answers } of all) {
      if (series === "retiree")
        expect([answers["B3"], answers["D3"]]).toEqual([undefined, undefined]);
    }
    const skipped = leavers.filter(({ answers }) => answers["H8"] === undefined).length;
    expect(skipped / leavers.length).toBeCloseTo(0.09, 1.5);
  });

  it("name the workplace as the main reason in about half of the cases, the workload most often", () => {
    const reasons = leavers.flatMap(({ answers }) => answers["B1"] ?? []);
    const workplace = reasons.filter((code) => String(code).startsWith("A")).length;
    expect(workplace / reasons.length).toBeGreaterThan(0.45);
    expect(workplace / reasons.length).toBeLessThan(0.6);
    const counts = new Map<string, number>();
    for (const code of reasons) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
    expect([...counts].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe("A3");
  });

  it("follow the truth: where it is bad, the manager is trusted less and time runs short", () => {
    const manager = ["H4", "H5", "H6"];
    expect(mean(at(fine), manager) - mean(at(bad), manager)).toBeGreaterThan(0.3);
    expect(mean(at(fine), ["D1"]) - mean(at(bad), ["D1"])).toBeGreaterThan(0.5);
  });

  it("follow the truth: where it is bad, people did not dare or saw no point in raising it", () => {
    const unheard = ["no_dare", "no_point"];
    expect(share(at(bad), "D3", unheard) - share(at(fine), "D3", unheard)).toBeGreaterThan(0.15);
  });

  it("hold at least ten texts a quarter, in own words and without numbers or addresses", () => {
    for (const answers of byQuarter) {
      const texts = answers.flatMap((row) =>
        [row.answers["F1"] ?? [], row.answers["F2"] ?? []].flat(),
      );
      expect(texts.length).toBeGreaterThanOrEqual(10);
      for (const text of texts) expect(text).not.toMatch(/\d|@/);
    }
  });

  it("are a few in the open quarter, and never a visitor's", () => {
    const open = region.answersFor("2026-Q4");
    expect(open.length).toBeGreaterThanOrEqual(10);
    expect(open.length).toBeLessThanOrEqual(40);
    for (const { employeeRef } of open) expect(region.visitors).not.toContain(employeeRef);
  });
});
