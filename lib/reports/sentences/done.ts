import { DEEDS, type Deed, deedsSince } from "@/lib/reports/deeds";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { dayInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { flaggedUnits } from "./where";
import { capital, kindWord, names, native, together, type Words } from "./words";

/** How far a unit has come with its actions. */
export type Progress = "done" | "ongoing" | "planned" | "none";

/** The unit's furthest open action; `done` when nothing is open. */
export function progressOf({ actions }: Pick<ReportUnit, "actions">): Progress {
  const states = actions.map(({ state }) => state);
  if (states.includes("ongoing")) return "ongoing";
  if (states.includes("planned")) return "planned";
  return states.includes("done") ? "done" : "none";
}

const SAID = ["done", "ongoing", "planned"] as const;

/** *Gjort sedan sist*: what the flagged units do, who does nothing yet, and what is decided but not begun. */
export function doneSentence(snapshot: ReportSnapshot, words: Words): string {
  const units = flaggedUnits(snapshot);
  if (units.length === 0) return words.say("done.nobody");
  const under = (progress: Progress) => units.filter((unit) => progressOf(unit) === progress);
  const parts = SAID.flatMap((progress) => {
    const count = under(progress).length;
    return count === 0
      ? []
      : [words.say(`done.${progress}`, { count, numeral: words.numeral(count) })];
  });
  const without = under("none");
  return together(
    sinceSentence(snapshot, words),
    parts.length === 0 ? "" : said(parts, units.length, snapshot, words),
    without.length === 0
      ? ""
      : capital(words.say("done.without", { count: without.length, names: names(without, words) })),
    proposed(units, words),
  );
}

/** What was done at the flagged units since the report before, counted; that nothing was, where nothing was. */
function sinceSentence(snapshot: ReportSnapshot, words: Words): string {
  const { since } = snapshot.turnover;
  const deeds = deedsSince(snapshot)?.filter(({ unit }) => unit.inScope && unit.flagged) ?? null;
  if (deeds === null || since === null || !("day" in since)) return "";
  const day = dayInWords(since.day, words.locale);
  if (deeds.length === 0) return words.say("done.sinceNone", { day });
  const list = flaggedUnits(snapshot).flatMap((unit) => {
    const own = deeds.filter((deed) => deed.unit.code === unit.code);
    return own.length === 0 ? [] : [unitDeeds(unit, own, words)];
  });
  return words.say("done.since", { day, list: list.join("; ") });
}

/** ”Älvstranden har beslutat om två åtgärder och påbörjat en åtgärd”. */
function unitDeeds({ name }: ReportUnit, deeds: readonly Deed[], words: Words): string {
  const parts = DEEDS.flatMap((kind) => {
    const count = deeds.filter((deed) => deed.kind === kind).length;
    const values = { count, numeral: words.numeral(count) };
    return count === 0 ? [] : [words.say(`done.deeds.${kind}`, values)];
  });
  return words.say("done.sinceUnit", { name, parts: listInWords(parts, words.locale) });
}

function said(parts: readonly string[], of: number, snapshot: ReportSnapshot, words: Words) {
  const { scope } = snapshot.turnover;
  return words.say("done.of", {
    numeral: words.numeral(of),
    count: of,
    units: kindWord(scope, of, words),
    parts: listInWords(parts, words.locale),
  });
}

/** What is decided but not begun. */
function proposed(units: readonly ReportUnit[], { say }: Words): string {
  const planned = units.flatMap(({ name, actions }) =>
    actions
      .filter(({ state }) => state === "planned")
      .map(({ what }) => say("done.one", { what: native(what), name })),
  );
  return planned.length === 0 ? "" : say("done.proposed", { list: planned.join("; ") });
}

/** The heading of the section about actions: how many of each at the flagged units. */
export function actionsTitle(snapshot: ReportSnapshot, words: Words): string {
  const units = flaggedUnits(snapshot);
  const states = units.flatMap(({ actions }) => actions.map(({ state }) => state));
  const without = units.filter(({ actions }) => actions.length === 0).length;
  const parts = [
    ...SAID.map((state) => ({
      key: `title.${state}`,
      count: states.filter((s) => s === state).length,
    })),
    { key: "title.without", count: without },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return words.say("title.noActions");
  const list = parts.map(({ key, count }) =>
    words.say(key, { count, numeral: words.numeral(count) }),
  );
  const count = units.length;
  const title = words.say("title.actions", {
    of: words.say("title.of", { count, numeral: words.numeral(count) }),
    units: kindWord(snapshot.turnover.scope, count, words),
    list: listInWords(list, words.locale),
  });
  return capital(title);
}
