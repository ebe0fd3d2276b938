import type { Say } from "@/components/hr/words";
import type { PlannedAction } from "@/lib/actions/action";
import type { Sheet } from "@/lib/downloads/sheet";
import type { Explanation } from "@/lib/explanations/explanation";

/** Unit code → its name. */
export type UnitNames = ReadonlyMap<string, string>;

const ACTION_HEADS = ["unit", "what", "who", "decidedOn", "due", "state", "control", "result"];
const EXPLANATION_HEADS = [
  ...["unit", "what", "who", "appliesFrom", "expires", "evidence", "notedOn"],
];

/** The action plan as a file, in the form of systematic work-environment management. Days as `2027-03-31`. */
export function actionSheet(
  actions: readonly PlannedAction[],
  names: UnitNames,
  title: string,
  say: Say,
): Sheet {
  return {
    title,
    columns: ACTION_HEADS.map((key) => ({ head: say(`file.${key}`) })),
    rows: actions.map(({ unitCode, what, who, decidedOn, due, state, control, result }) => [
      ...[names.get(unitCode) ?? unitCode, what, who, decidedOn, due],
      ...[say(`action.states.${state}`), control, result],
    ]),
  };
}

/** The ledger of natural explanations as a file. Days as `2027-03-31`. */
export function explanationSheet(
  explanations: readonly Explanation[],
  names: UnitNames,
  title: string,
  say: Say,
): Sheet {
  return {
    title,
    columns: EXPLANATION_HEADS.map((key) => ({ head: say(`file.${key}`) })),
    rows: explanations.map(({ unitCode, what, who, appliesFrom, expires, evidence, notedOn }) => [
      ...[names.get(unitCode) ?? unitCode, what, who, appliesFrom, expires, evidence, notedOn],
    ]),
  };
}

/** A signed version of an action or an explanation, in what both have. */
type SheetVersion = {
  readonly version: number;
  readonly what: string;
  readonly who: string;
  readonly signedBy: string;
  readonly signedOn: string;
  /** Of an action its state, of an explanation its first day. */
  readonly standing: string;
  /** The day of the follow-up, or the last day that it applies. */
  readonly until: string;
  readonly basis: string;
};

/** Every version of one entry as a file. `names`: of the accounts that signed, while they are there. */
export function versionSheet(
  kind: "action" | "explanation",
  versions: readonly SheetVersion[],
  names: ReadonlyMap<string, string>,
  say: Say,
): Sheet {
  const own = kind === "action" ? ["file.state", "file.due"] : ["file.appliesFrom", "file.expires"];
  const heads = ["history.version", "file.notedOn", "history.signer", "file.what", "file.who"];
  const standing = (text: string) => (kind === "action" ? say(`action.states.${text}`) : text);
  return {
    title: say("history.file", { what: versions[0]?.what ?? "" }),
    columns: [...heads, ...own, `${kind}.basis`].map((key) => ({ head: say(key) })),
    rows: versions.map((one) => [
      ...[one.version, one.signedOn, names.get(one.signedBy) ?? "", one.what, one.who],
      ...[standing(one.standing), one.until, one.basis],
    ]),
  };
}
