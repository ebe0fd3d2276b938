import { describe, expect, it } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import type { Collected } from "@/lib/audit/published";
import { buildReport } from "@/lib/reports/build";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { demoFacts } from "../reports/demo-facts";
import { solve } from "./collected";

const facts = demoFacts();
const { tree, limits, questionnaire } = facts.round;
const series = ["leaver", "retiree"];

/** What the public has of the demonstration region, printed reports included. */
function everything(...snapshots: readonly ReportSnapshot[]): Collected {
  return {
    rounds: facts.rounds.map(({ quarter, received }) => ({
      manifest: { quarter, tree, series, limits, merged: {} },
      questionnaire,
      counted: received,
    })),
    atoms: facts.atoms,
    cells: facts.cells,
    reports: snapshots.map((snapshot, index) => ({ name: `version ${index + 1}`, snapshot })),
  };
}

const report = buildReport(facts);
type Changed = (survey: ReportSnapshot["survey"]) => void;

/** What the attacker says of the demonstration's latest report after a change to what it prints. */
function said(change: Changed): readonly string[] {
  const snapshot = structuredClone(report);
  change(snapshot.survey);
  return attackReleases(everything(report, snapshot), solve).map(
    ({ rule, where }) => `${rule}: ${where}`,
  );
}

/** A unit's result in which some figure is a bound. */
function bounded(survey: ReportSnapshot["survey"]) {
  const found = survey.results
    .flatMap(({ classes }) => classes)
    .find(({ figure }) => figure.kind === "at-most");
  if (found === undefined) throw new Error("no bound in the demonstration");
  return found;
}

describe("the attacker of releases finds nothing in the demonstration region", () => {
  it("in three years of results and pictures, and in the reports printed from them", () => {
    const reports = ["2025-Q4", "2026-Q2"].map((quarter) =>
      buildReport(demoFacts(quarter as ReportSnapshot["quarter"] & typeof facts.quarter)),
    );
    expect(facts.atoms.length).toBeGreaterThan(5);
    expect(attackReleases(everything(...reports, report), solve)).toEqual([]);
  });
});

describe("a broken report is caught by the attacker of releases", () => {
  it("a bound that is printed as a count because the clamp did not bite", () => {
    const leaks = said((survey) => {
      const { figure } = bounded(survey);
      if (figure.kind === "at-most") Object.assign(figure, { kind: "count" });
    });
    expect(leaks).toEqual([expect.stringMatching(/^wrong-label: report version 2 result \S+ B1/)]);
  });

  it("an index over a question that is not shown", () => {
    const leaks = said((survey) => {
      const index = survey.results.flatMap(({ hme }) => Object.values(hme));
      const shown = index.find(({ kind }) => kind !== "withheld");
      if (shown !== undefined && shown.kind !== "withheld")
        Object.assign(shown, { n: shown.n + 1 });
    });
    expect(leaks).toEqual([expect.stringMatching(/^part-not-shown: report version 2 .* hme/)]);
  });

  it("a result of a unit that has none", () => {
    const leaks = said((survey) => {
      const none = survey.results.find(({ to }) => to === null);
      if (none !== undefined) none.people = { kind: "at-most", n: 7 };
    });
    expect(leaks).toEqual([expect.stringMatching(/^part-not-shown: report version 2 result/)]);
  });

  it("a picture that was drawn again for a new version", () => {
    const leaks = said((survey) => {
      const [first] = survey.pictures;
      const figure = first?.classes[0]?.figure;
      if (figure?.kind === "about") Object.assign(figure, { n: figure.n + 5 });
    });
    expect(leaks).toEqual([expect.stringMatching(/^redrawn: report version 2 picture region/)]);
  });

  it("a sensitive reason that fewer than ten gave, after the noise", () => {
    const leaks = said((survey) => {
      const rare = survey.reasons.find(({ main }) => main.kind === "withheld");
      if (rare !== undefined) rare.main = { kind: "about", n: 5 };
    });
    expect(leaks).toEqual([expect.stringMatching(/^rare-reason: report version 2 B1 A1[014]/)]);
  });
});
