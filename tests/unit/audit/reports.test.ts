import { describe, expect, it } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import type { Collected } from "@/lib/audit/published";
import { buildReport } from "@/lib/reports/build";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { CODE_BOOK } from "@/lib/themes/code-book";
import { demoFacts } from "../reports/demo-facts";
import { solve } from "./collected";

const facts = demoFacts();
const { tree, limits, questionnaire } = facts.round;
const series = ["leaver", "retiree"];

const READINGS = {
  codeBook: CODE_BOOK,
  themes: facts.themes,
  paraphrases: facts.paraphrases,
  opened: [{ quarter: "2026-Q1", comments: 100 }],
};

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
    readings: READINGS,
    reports: snapshots.map((snapshot, index) => ({ name: `version ${index + 1}`, snapshot })),
  };
}

const report = buildReport(facts);
type Changed = (survey: ReportSnapshot["survey"]) => void;

/** What the attacker says of the demonstration's latest report after a change to what it prints. */
function said(change: Changed): readonly string[] {
  return saidOf(({ survey }) => change(survey));
}

function saidOf(change: (snapshot: ReportSnapshot) => unknown): readonly string[] {
  const snapshot = structuredClone(report);
  change(snapshot);
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

  it("in a report that went out before a reading of its comments was finished", () => {
    const later = facts.themes.map((table) => ({ ...table, from: "2026-Q2", to: "2026-Q3" }));
    const readings = {
      ...READINGS,
      themes: [...facts.themes, ...later],
      opened: [...READINGS.opened, { quarter: "2026-Q3", comments: 100 }],
    };
    expect(attackReleases({ ...everything(report), readings }, solve)).toEqual([]);
  });
});

describe("a report that went out before its quarter's answers were opened", () => {
  const isBefore = ({ to }: { readonly to: string }) => to < facts.quarter;
  const late = buildReport({
    ...facts,
    round: { ...facts.round, answersMissing: "not-opened" },
    atoms: facts.atoms.filter(isBefore),
    cells: facts.cells.filter(isBefore),
  });

  it("is no leak once they are, and neither is the version that has them", () => {
    expect(late.survey.pictures[0]?.people.kind).toBe("about");
    expect(late.survey).not.toEqual(report.survey);
    expect(attackReleases(everything(late, report), solve)).toEqual([]);
  });

  it("must say so, and be what the tables gave then", () => {
    const { answersMissing: _, ...silent } = late;
    const drawn = structuredClone(late);
    for (const lever of drawn.survey.levers) lever.figure = { kind: "about", n: 35 };
    for (const broken of [silent, drawn]) {
      const rules = attackReleases(everything(broken), solve).map(({ rule }) => rule);
      expect(rules).toContain("redrawn");
    }
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

  it.each(["avoidable", "silence", "unheard"] as const)(
    "a share that the cells do not give: %s",
    (name) => {
      const leaks = said(({ pictures: [region] }) => {
        if (region?.[name].kind === "about")
          region[name] = { kind: "about", n: region[name].n + 5 };
      });
      expect(leaks).toEqual([`redrawn: report version 2 picture region leaver ${name}`]);
    },
  );

  it("an index of a picture that the cells do not give", () => {
    const leaks = said(({ pictures: [region] }) => {
      if (region?.hme.total.kind === "about")
        region.hme = { ...region.hme, total: { kind: "about", n: region.hme.total.n + 1 } };
    });
    expect(leaks).toEqual(["redrawn: report version 2 picture region leaver hme total"]);
  });
});

describe("a broken question or theme is caught by the attacker of releases", () => {
  it.each(["answers", "reasons", "background"] as const)(
    "a question that was drawn again for a new version: %s",
    (kind) => {
      const leaks = said(({ questions }) => {
        const table = questions?.tables.find((one) => one.kind === kind);
        const figure = table?.figures.find((one) => one.figure.kind === "about")?.figure;
        if (figure?.kind === "about") Object.assign(figure, { n: figure.n + 5 });
      });
      expect(leaks).toEqual([expect.stringMatching(`^redrawn: report version 2 ${kind} `)]);
    },
  );

  it("who answered in a group, and a sensitive reason there that fewer than ten gave", () => {
    const leaks = said(({ questions }) => {
      const [who] = questions?.tables.filter(({ kind }) => kind === "background") ?? [];
      if (who) questions?.tables.push({ ...who, node: "group:somewhere" });
      const reasons = questions?.tables.find(({ kind }) => kind === "reasons")?.figures;
      const rare = reasons?.find(({ figure }) => figure.kind === "withheld");
      if (rare) rare.figure = { kind: "about", n: 5 };
    });
    expect(leaks).toContainEqual(expect.stringMatching(/^wrong-slice: .* background group:/));
    expect(leaks).toContainEqual(
      expect.stringMatching(/^rare-reason: .* reasons group:.* A1[014]$/),
    );
  });

  it("a theme that was drawn again, and a sensitive one that too few wrote about", () => {
    const leaks = saidOf(({ comments }) => {
      const [first] = comments?.tables[0]?.themes ?? [];
      if (first?.figure.kind === "about") first.figure = { kind: "about", n: first.figure.n + 5 };
      const rare = comments?.tables[0]?.themes.find(({ figure }) => figure.kind === "withheld");
      if (rare) rare.figure = { kind: "about", n: 5 };
    });
    expect(leaks).toEqual([
      expect.stringMatching(/^rare-reason: report version 2 themes region leaver /),
      "redrawn: report version 2 themes region leaver workload",
    ]);
  });

  it("a text that no reading released, and one that was left out", () => {
    const added = saidOf(({ comments }) => {
      const [first] = comments?.told ?? [];
      if (first) comments?.told.push({ ...first, text: "Ordagrant det som någon skrev." });
    });
    expect(added).toEqual(["not-released: report version 2 text region 2026-Q1"]);
    const left = saidOf(({ comments }) => comments?.told.splice(0));
    expect(left).toEqual(["redrawn: report version 2 texts"]);
  });
});
