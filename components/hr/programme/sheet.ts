import { kindWord } from "@/components/hr/kind";
import { showableInWords, stateInWords, wayInWords } from "@/components/hr/programme/sentences";
import type { ProgrammeView } from "@/components/hr/programme/view";
import type { Say, Words } from "@/components/hr/words";
import type { Sheet } from "@/lib/downloads/sheet";
import { quarterInWords } from "@/lib/wording/date";

/** The page's tables, as their files are called in an address. */
export const TABLES = ["steps", "quarters", "units", "decisions"] as const;
export type ProgrammeTable = (typeof TABLES)[number];

/** What is asked of a plan, as an address says it. */
export function planQuery({ proposed, cost }: Pick<ProgrammeView, "proposed" | "cost">): string {
  const query = new URLSearchParams({ kostnad: cost === null ? "" : `${cost}` });
  for (const [scope, from] of Object.entries(proposed)) query.set(scope, from);
  return query.toString();
}

/** Where a table's file lies, for the plan that is shown. */
export function fileAddress(table: ProgrammeTable, view: ProgrammeView): string {
  return `/hr/downloads/programme/${table}?${planQuery(view)}`;
}

/** A table of the programme as a file. `kinds`: words of the area that names kinds of unit. */
export function programmeSheet(
  table: ProgrammeTable,
  view: ProgrammeView,
  words: Words,
  kinds: Say,
): Sheet {
  const makers: Record<ProgrammeTable, () => Sheet> = {
    steps: () => stepSheet(view, words),
    quarters: () => quarterSheet(view, words),
    units: () => unitSheet(view, words, kinds),
    decisions: () => decisionSheet(view, words),
  };
  return makers[table]();
}

const heads = (say: Say, keys: readonly string[]) => keys.map((key) => ({ head: say(key) }));

function stepSheet({ steps, cost }: ProgrammeView, words: Words): Sheet {
  const { say } = words;
  const figures = ["units", "takingPart", "leavers", "planned", "own", "one", "three", "five"];
  return {
    title: say("steps.file"),
    columns: [
      ...heads(say, ["steps.step", "steps.from"]),
      ...heads(
        say,
        figures.map((key) => `steps.${key}`),
      ),
      ...(cost === null ? [] : heads(say, ["steps.cost"])),
    ],
    rows: steps.map((step) => [
      say(`scope.${step.scope}`),
      stateInWords(step, step.from, words),
      ...[step.units, step.takingPart, step.leavers, step.planned, step.own],
      ...[step.within.one, step.within.three, step.within.five],
      ...(cost === null ? [] : [step.planned * cost]),
    ]),
  };
}

function quarterSheet({ quarters, cost }: ProgrammeView, { say, locale }: Words): Sheet {
  const count = (key: string, digits = 0) => ({ head: say(key), digits });
  return {
    title: say("quarters.file"),
    columns: [
      ...heads(say, ["quarters.quarter", "quarters.decided", "quarters.covered"]),
      count("quarters.invitedExpected", 1),
      ...heads(say, ["quarters.invitedLow", "quarters.invitedHigh"]),
      count("quarters.answersExpected", 1),
      ...heads(say, ["quarters.answersLow", "quarters.answersHigh", "quarters.own"]),
      ...(cost === null ? [] : heads(say, ["quarters.cost"])),
    ],
    rows: quarters.map(({ quarter, decided, covered, invited, answers, own }) => [
      quarterInWords(quarter, locale),
      ...[decided, covered],
      ...[invited.expected, invited.low, invited.high],
      ...[answers.expected, answers.low, answers.high, own],
      ...(cost === null ? [] : [Math.round(answers.expected) * cost]),
    ]),
  };
}

function unitSheet({ units }: ProgrammeView, words: Words, kinds: Say): Sheet {
  const { say } = words;
  const keys = ["code", "unit", "kind", "flagged", "joins", "staff", "leavers", "months"];
  return {
    title: say("units.file"),
    columns: heads(
      say,
      [...keys, "showable"].map((key) => `units.${key}`),
    ),
    rows: units.map((unit) => [
      ...[unit.code, unit.name, kindWord(kinds, unit.kind, 1)],
      say(unit.flagged ? "yes" : "no"),
      wayInWords(unit, words),
      unit.staff ?? say("units.noStaff"),
      unit.leavers,
      unit.own ? 0 : (unit.months ?? say("showable.unknown")),
      showableInWords(unit, words),
    ]),
  };
}

function decisionSheet({ decisions }: ProgrammeView, { say, locale }: Words): Sheet {
  const keys = ["number", "from", "scope", "flaggedUnits", "reason", "cost", "day", "who"];
  return {
    title: say("history.file"),
    columns: heads(
      say,
      keys.map((key) => `history.${key}`),
    ),
    rows: decisions.map((one) => [
      one.number,
      quarterInWords(one.fromQuarter, locale),
      say(`scope.${one.scope}`),
      one.units.join(", "),
      one.reason,
      one.cost ?? "",
      one.decidedOn,
      one.decidedBy,
    ]),
  };
}
