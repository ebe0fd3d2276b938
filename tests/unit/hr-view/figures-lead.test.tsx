import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { TERMS } from "@/components/hr/definitions/terms";
import { Rule } from "@/components/hr/invited/rule";
import { ListPage } from "@/components/hr/list/list-page";
import { listView } from "@/components/hr/list/view";
import { mark, pieces } from "@/components/hr/marked";
import { OverviewPage } from "@/components/hr/overview/overview-page";
import { overviewView } from "@/components/hr/overview/view";
import { ProgrammePage } from "@/components/hr/programme/programme-page";
import { programmeView } from "@/components/hr/programme/view";
import { ReasonsPage } from "@/components/hr/reasons/reasons-page";
import { Said } from "@/components/hr/said";
import { UnitPage } from "@/components/hr/unit/unit-page";
import { sentence } from "@/components/hr/words";
import { catalogues } from "@/lib/i18n/catalogues";
import { programme } from "@/lib/programme/programme";
import { chosen } from "@/lib/reasons/choice";
import { reasonsOverview } from "@/lib/reasons/overview";
import { openSummaries } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { placeholders, texts } from "../i18n/reading";
import { demoFacts } from "../reports/demo-facts";
import { REGION } from "./region";
import { page } from "./rendered";
import { unitFacts } from "./unit-facts";

const DECIDED = { reason: "x", cost: 250, decidedOn: "2024-12-01", decidedBy: "HR" };

/** Words that are filled in and are no figures: names, days, spans of time, texts that people wrote. */
const NO_FIGURES = new Set([
  ...["name", "names", "unit", "units", "group", "where", "search", "who", "series", "language"],
  ...["day", "month", "from", "to", "year", "years", "since", "time", "quarter", "last", "until"],
  ...["action", "statement", "evidence", "rule", "kind", "step", "first", "second", "text", "what"],
  ...[
    "who",
    "region",
    "date",
    "file",
    "invited",
    "version",
    "title",
    "period",
    "signals",
    "signal",
  ],
]);

/** Areas of HR's pages without figures of people, each with why. */
const OTHER_AREAS: Readonly<Record<string, string>> = {
  byWhom: "names",
  charts: "words in pictures, whose table stands under them",
  common: "shared words",
  definitions: "the definitions",
  entries: "forms",
  figures: "survey figures in tables and pictures",
  "hr-questionnaire": "versions and questions of the questionnaire",
  imports: "rows of a file",
  "import-keys": "keys",
  "import-page": "rows of a file",
  "import-undo": "rows of a file",
  letters: "letters that lie in the list below",
  publication: "days and hours of the calendar",
  questionnaires: "versions of the questionnaire",
  report: "the motion's own words",
  shell: "names of pages",
  "unit-events": "units by name",
};

/** Single texts whose figure needs no way to its data, each with why. */
const FREE: Readonly<Record<string, string>> = {
  "hrOverview.kinds": "words for kinds of unit, chosen by a number",
  "hrOverview.todo": "links to the place where it is done",
  "hrOverview.columns": "a head, which is the name of its figures and a link",
  "hrOverview.point": "a point, whose row stands under the picture",
  "hrOverview.units.titleFound": "counts the rows below",
  "hrOverview.units.context": "counts the rows below",
  "hrOverview.units.pages": "pages of the list",
  "hrOverview.units.file": "the name of a file",
  "hrUnit.explained": "counts the explanations below",
  "hrUnit.turnover.coarse": "a cell of a table",
  "hrUnit.turnover.noRate": "a cell of a table",
  "hrUnit.readings.pooled": "a row's name",
  "hrUnit.answers.countOf": "a row's name",
  "hrReasons.plusMinus": "a cell of a table",
  "signals.chart": "words in a picture, whose table stands under it",
  "signals.dots": "words in a picture, whose table stands under it",
  "hr-invitations.pages": "pages of the list",
  "exit-talks.hr.pages": "pages of the list",
  "exit-talks.hr.alike": "a cell of a table",
  "exit-talks.hr.addressGiven": "a cell of a table",
};

const sources = ["components/hr", "app/hr"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8")),
);
const used = sources.flatMap((text) =>
  [...text.matchAll(/(?:use|get)Translations\("([\w-]+)/g)].map(([, area = ""]) => area),
);
const areas = [...new Set(used)].filter((area) => OTHER_AREAS[area] === undefined).sort();

/** A text without what is marked as a figure. */
const unmarked = (text: string) =>
  TERMS.reduce(
    (left, term) => left.replaceAll(new RegExp(`<of_${term}>.*?</of_${term}>`, "g"), ""),
    text,
  );

describe("a figure in a sentence leads to how it is counted", () => {
  test("the pages' own areas are found", () => {
    expect(areas).toEqual(
      expect.arrayContaining(["hrOverview", "hrUnit", "hrReasons", "programme"]),
    );
  });

  test.each(areas)("every figure in the texts of %s is marked", (area) => {
    const open = texts(catalogues("sv")[area] ?? {}).flatMap(([key, text]) => {
      const at = `${area}.${key}`;
      if (Object.keys(FREE).some((free) => at === free || at.startsWith(`${free}.`))) return [];
      const bare = placeholders(unmarked(text)).filter((name) => !NO_FIGURES.has(name));
      return bare.filter((name) => !name.startsWith("<")).map((name) => `${at}: ${name}`);
    });
    expect(open).toEqual([]);
  });

  test("a mark becomes a link that says how the figure is counted and from what", () => {
    const said = page(<Said>{sentence(mark("expected", "nio"))}</Said>);
    expect(said).toContain('href="/hr/definitions#expected"');
    expect(said).toMatch(/title="Så många som skulle ha slutat .* Räknas ur gruppens avgångar/);
    expect(said).toContain(">Nio</a>");
    expect(page(<Said at="peers-B">{mark("expected", "9")}</Said>)).toContain('href="#peers-B"');
  });

  test("what is no mark is text, whatever somebody has called a unit", () => {
    expect(pieces("⟦påhitt:1⟧ och <b>")).toEqual([{ text: "⟦påhitt:1⟧ och <b>", of: null }]);
  });
});

describe("no mark is left in a page, and every link on it has its place", () => {
  const view = overviewView(REGION, "2025-12", MOTION_POLICY, "primary_care");
  const all = openSummaries(REGION, "2025-12", MOTION_POLICY);
  const filter = { kind: null, search: "" };
  const list = listView({ units: REGION, all }, "2025-12", MOTION_POLICY, filter);
  const { cells, round, quarter } = demoFacts();
  const releases = { cells, round: { ...round, quarter, series: ["leaver"] as const } };
  const choice = chosen({ period: "four", group: null, series: null }, releases);
  const reasons = reasonsOverview(releases, choice);
  const unit = { code: "B", name: "Björken", kind: "primary_care", predecessors: [] };
  const rule = { number: 1, scope: "flagged-centres" as const, units: ["B"] };
  const decisions = [{ ...rule, fromQuarter: "2025-Q1" as const, ...DECIDED }];
  const plan = programmeView({
    ...{ decisions, programme: programme(decisions, [unit]), asked: {}, cost: 250 },
    units: [{ ...unit, flagged: true, staff: 30, leavers: 4, own: false, left: 22, gathers: 40 }],
    ...{ quarter: "2025-Q4" as const, asOf: "2025-12", k: 8 },
  });
  const pages = {
    overview: <OverviewPage view={view} todos={[]} places={{ imports: "/a", mail: "/b" }} />,
    list: <ListPage view={list} />,
    unit: <UnitPage {...unitFacts()} />,
    reasons: (
      <ReasonsPage view={reasons} series={["leaver"]} region="Region Norrsjö" stayers={[]} />
    ),
    programme: <ProgrammePage view={plan} decide={null} />,
    invitations: (
      <Rule
        rule={{ inviteMovers: false, employerSide: [], scope: "all-units" }}
        notInvited={{ unconfirmed: 2, next: 1, programme: 3, rule: 4, "told-not-to": 1 }}
      />
    ),
  };

  test.each(["sv", "en"] as const)("in %s", (locale) => {
    for (const [name, node] of Object.entries(pages)) {
      const html = page(node, locale);
      expect(html, name).not.toMatch(/[⟦⟧]/);
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const places = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(
        places.filter((id) => !ids.has(id)),
        name,
      ).toEqual([]);
      expect(html.match(/class="term"/g)?.length ?? 0, name).toBeGreaterThan(3);
    }
  });
});
