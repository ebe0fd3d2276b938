import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stepsOf } from "@/lib/actions/history";
import { demoRegion } from "@/lib/demo/region";
import { count } from "@/lib/disclosure/count";
import { geometricNoise, type RandomBytes } from "@/lib/disclosure/noise";
import type { Atom, Cell } from "@/lib/disclosure/release";
import { type ThemeTable, themeTable } from "@/lib/disclosure/theme-table";
import type { Waiting } from "@/lib/disclosure/waiting";
import { lastDayOf, type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts, RoundFacts } from "@/lib/reports/facts";
import { calendarOf } from "@/lib/rounds/calendar";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { THEMES } from "@/lib/themes/code-book";
import { monthOf, monthsUpTo, shiftMonth } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import { pooledTurnover } from "@/lib/turnover/period";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitMonthsFrom } from "@/lib/turnover/stored";
import { regionTree } from "@/lib/units/region-tree";

const OPEN: Quarter = "2026-Q4";
const LIMITS = { k: 8, c: 1 } as const;

/** The same bytes on every run: a figure of a test must not change with the weather. */
function fixedBytes(seed: string): RandomBytes {
  let block = 0;
  return (size) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < size; have += 32) {
      block += 1;
      parts.push(createHash("sha256").update(`${seed} ${block}`).digest());
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, size));
  };
}

const region = demoRegion(OPEN);
const questionnaire = questionnaireSchema.parse(
  JSON.parse(
    readFileSync("lib/survey/default-questionnaire.json", "utf8").replaceAll(
      "{region}",
      region.name,
    ),
  ),
);
const months = unitMonthsFrom(
  region.units,
  region.headcount,
  region.departures.map(({ unitCode, lastDay, kind }) => ({ unitCode, lastDay, kind })),
);
const tree = regionTree(
  region.units
    .filter(({ validTo }) => validTo === null)
    .map((unit) => ({
      ...unit,
      open: true,
      headcount: months.find(({ code }) => code === unit.code) ? 20 : 0,
      departures: region.departures.filter(
        ({ unitCode, lastDay }) => unitCode === unit.code && lastDay >= "2025-10-01",
      ).length,
    }))
    .filter(({ code }) => months.some((unit) => unit.code === code)),
  "övriga enheter",
);

type Released = { atoms: Atom[]; cells: Cell[]; received: Map<Quarter, number> };

/** Twelve quarters of demonstration answers, counted and noised by the product's own code. */
function release(): Released {
  const noise = geometricNoise(fixedBytes("report"));
  const out: Released = { atoms: [], cells: [], received: new Map() };
  let waiting: Waiting = { version: 1, units: [], cells: [] };
  for (const quarter of region.closedQuarters) {
    const rules = { quarter, questionnaire, tree: tree.tree, limits: LIMITS };
    const answers = region.answersFor(quarter).filter(({ unit }) => unit in tree.tree.units);
    const payloads = answers.map(({ unit, series, answers: given }) => ({
      version: 1 as const,
      unit,
      series,
      answers: given,
    }));
    const all = { ...rules, series: ["leaver", "retiree"] as const };
    const counted = count(payloads as never, all, waiting, noise);
    waiting = counted.waiting;
    out.atoms.push(...counted.release.atoms);
    out.cells.push(...counted.release.cells);
    out.received.set(quarter, counted.stats.counted);
  }
  return out;
}

const released = release();

function roundOf(quarter: Quarter): RoundFacts {
  return {
    state: "mixed",
    answersMissing: null,
    publishes: calendarOf(quarter).publishes,
    region: region.name,
    operator: region.operator,
    ...tree,
    limits: LIMITS,
    questionnaire,
  };
}

const themesNoise = geometricNoise(fixedBytes("themes"));
/** A group that may have pictures of its own. */
const [GROUP = "none"] = tree.tree.pictured;

/** Comments that were read three quarters before the open one. */
function readThemes(node: ThemeTable["node"], wrote: number): ThemeTable {
  const coded = Array.from({ length: wrote }, (_, n) => (n % 4 ? ["workload", "heard"] : ["pay"]));
  const span = { from: shiftQuarter(OPEN, -6), to: shiftQuarter(OPEN, -3) };
  return themeTable({ node, series: "leaver", ...span, silent: 90, coded }, THEMES, themesNoise);
}

const themes = [readThemes("region", 40), readThemes(`group:${GROUP}`, 60)];

/** The demonstration region's facts for one of its closed quarters. */
export function demoFacts(quarter: Quarter = shiftQuarter(OPEN, -1)): ReportFacts {
  const asOf = monthOf(lastDayOf(quarter));
  const leavers = region.departures
    .filter(({ kind }) => kind === "resignation" || kind === "retirement")
    .map(({ unitCode, lastDay }) => ({
      unit: unitCode,
      quarter: quarterOf(lastDay),
      count: 1,
      invited: true,
    }));
  return {
    quarter,
    round: roundOf(quarter),
    overview: overview(months, asOf, MOTION_POLICY),
    before: overview(months, shiftMonth(asOf, -3), MOTION_POLICY),
    lastDue: calendarOf(shiftQuarter(quarter, -1)).publishes,
    yearBefore: pooledTurnover(months, monthsUpTo(shiftMonth(asOf, -12), 12), MOTION_POLICY),
    atoms: released.atoms,
    cells: released.cells,
    themes,
    paraphrases: [
      {
        node: "region",
        to: shiftQuarter(OPEN, -3),
        place: 1,
        text: "Schemat gick inte ihop med livet.",
      },
    ],
    rounds: region.closedQuarters.map((each) => ({
      quarter: each,
      received: released.received.get(each) ?? null,
    })),
    leavers,
    programme: Object.fromEntries(months.map(({ code }) => [code, null])),
    talks: {
      ...{ since: "2025-10-01", leavers: 120, everOffered: 108 },
      ...{ wished: 9, held: 41, declined: 30, offered: 28 },
    },
    explanations: region.content.explanations.map((row, i) => ({ ...row, id: `e${i}` })),
    actions: region.content.actions.map((row, i) => ({
      ...row,
      id: `a${i}`,
      ...stepsOf([{ version: 1, state: row.state, result: "", signedOn: row.decidedOn }]),
    })),
    comment:
      region.content.comments
        .filter((row) => row.quarter === quarter)
        .map(({ who, writtenOn, text }) => ({ who, writtenOn, text }))[0] ?? null,
  };
}
