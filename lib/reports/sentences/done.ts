import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { listInWords } from "@/lib/wording/names";
import { flaggedUnits } from "./where";
import { capital, kindWord, names, together, type Words } from "./words";

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
    parts.length === 0 ? "" : said(parts, units.length, snapshot, words),
    without.length === 0
      ? ""
      : capital(words.say("done.without", { count: without.length, names: names(without, words) })),
    proposed(units, words),
  );
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
      .map(({ what }) => say("done.one", { what, name })),
  );
  return planned.length === 0 ? "" : say("done.proposed", { list: planned.join("; ") });
}

/** The heading of the section about actions: how many of each. */
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
  return capital(words.say("title.actions", { list: listInWords(list, words.locale) }));
}
