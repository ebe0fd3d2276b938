import type { ProgrammeView } from "@/components/hr/programme/view";
import { sentences, type Words } from "@/components/hr/words";
import { type PlanStep, takesPartNow, type UnitPlan } from "@/lib/programme/plan";
import type { Expected } from "@/lib/programme/volumes";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { number, range } from "@/lib/wording/number";

/** More names than this make no sentence. */
const NAMES = 4;

/** The finding of the page: in which units people are invited now. */
export function headline({ now, units }: ProgrammeView, { say, locale }: Words): string {
  if (now === null) return say("title.nothing");
  if (now.scope !== "flagged-centres") return say(`title.${now.scope}`);
  const names = units.filter(takesPartNow).map(({ name }) => name);
  return names.length > NAMES
    ? say("title.flagged-centres", { count: names.length })
    : say("title.flagged-named", { names: listInWords(names, locale) });
}

/** How far it is to all units. */
export function reach({ units, steps }: ProgrammeView, { say }: Words): string {
  const all = steps.at(-1);
  return all === undefined
    ? ""
    : say("reach", { units: units.length, own: all.own, five: all.within.five });
}

/** Centres that the rule flags now, and that a decision about flagged centres does not name. */
export function newlyFlagged({ now, units }: ProgrammeView): readonly string[] {
  if (now?.scope !== "flagged-centres") return [];
  return units.filter((unit) => unit.flagged && !takesPartNow(unit)).map(({ name }) => name);
}

/** ”nu”, ”kvartal 1 2027, beslutat”, ”kvartal 1 2028, förslag”. */
export function stateInWords(
  { state }: Pick<PlanStep, "state">,
  from: PlanStep["from"],
  { say, locale }: Words,
): string {
  if (state === "now" || state === "later" || from === null) return say(`state.${state}`);
  return say(`state.${state}`, { from: quarterInWords(from, locale) });
}

/** The same of a unit, with the last quarter of one that a coming decision leaves out. */
export function wayInWords(unit: UnitPlan, words: Words): string {
  const stays =
    unit.until === null
      ? ""
      : words.say("state.until", {
          last: quarterInWords(shiftQuarter(unit.until, -1), words.locale),
        });
  if (stays !== "" && unit.joins === null) return stays;
  const way = stateInWords(unit, unit.joins, words);
  return stays === "" ? way : `${stays}; ${way}`;
}

/** When a unit can be expected to have a result of its own. */
export function showableInWords({ showable }: UnitPlan, { say, locale }: Words): string {
  if (showable === null) return say("showable.unknown");
  if (showable === "now" || showable === "never") return say(`showable.${showable}`);
  return quarterInWords(showable, locale);
}

/** ”9–21”. */
export function likelyInWords({ low, high }: Expected, { locale }: Words): string {
  return low === high ? number(low, locale) : range(low, high, locale);
}

/** What the next year of the plan comes to, in a sentence. */
export function yearAhead({ quarters, cost }: ProgrammeView, words: Words): string {
  const year = quarters.slice(0, 4);
  const answers = Math.round(year.reduce((sum, one) => sum + one.answers.expected, 0));
  const invited = Math.round(year.reduce((sum, one) => sum + one.invited.expected, 0));
  const said = words.say("yearAhead", { invited, answers });
  if (cost === null) return sentences(said, words.say("noCost"));
  return sentences(
    said,
    words.say("yearCost", {
      sum: number(answers * cost, words.locale),
      cost: number(cost, words.locale),
    }),
  );
}
