import {
  choiceSheet,
  groupHmeSheet,
  ownHmeSheet,
  reasonSheet,
  shareSheet,
  statementSheet,
} from "@/components/hr/unit/answer-sheets";
import type { AnswersView } from "@/components/hr/unit/answers-view";
import type { UnitWords } from "@/components/hr/unit/sentences";
import {
  betweenSheet,
  kindSheet,
  peerSheet,
  rollingSheet,
  ruleSheet,
  yearSheet,
} from "@/components/hr/unit/turnover-sheets";
import type { UnitView } from "@/components/hr/unit/view";
import type { Say } from "@/components/hr/words";
import type { Sheet } from "@/lib/downloads/sheet";

/** The page's tables, as their files are called in an address. */
export const TABLES = [
  ...["years", "rule", "rolling", "between", "peers", "kinds"],
  ...["statements", "hme", "choices", "reasons", "shares", "group-hme"],
] as const satisfies readonly UnitTable[];

export type UnitTable =
  | ("years" | "rule" | "rolling" | "between" | "peers" | "kinds")
  | ("statements" | "hme" | "choices" | "reasons" | "shares" | "group-hme");

/** Where one of a unit's tables lies as a file. */
export function unitFile(code: string, table: UnitTable): string {
  return `/hr/downloads/units/${encodeURIComponent(code)}/${table}`;
}

export type UnitFileFacts = { readonly view: UnitView; readonly answers: AnswersView | null };

/**
 * A table of a unit's page as a file; null where the page has no such table.
 *
 * @param figures words of the area of that name
 */
export function unitSheet(
  table: UnitTable,
  { view, answers }: UnitFileFacts,
  words: Pick<UnitWords, "say" | "locale">,
  figures: Say,
): Sheet | null {
  const own = answers?.own ?? [];
  const picture = answers?.picture ?? null;
  const titled = { ...words, figures, name: view.summary.name };
  const makers: Record<UnitTable, () => Sheet | null> = {
    years: () => yearSheet(view.summary, words.say),
    rule: () => ruleSheet(view, words.say),
    rolling: () => rollingSheet(view, words),
    between: () => betweenSheet(view, words.say),
    peers: () => peerSheet(view, words.say),
    kinds: () => kindSheet(view, words.say),
    statements: () => statementSheet(own, titled),
    hme: () => ownHmeSheet(own, titled),
    choices: () => choiceSheet(own, titled),
    reasons: () => (picture === null ? null : reasonSheet(picture, titled)),
    shares: () => (picture === null ? null : shareSheet(picture, titled)),
    "group-hme": () => (picture === null ? null : groupHmeSheet(picture, titled)),
  };
  return makers[table]();
}
