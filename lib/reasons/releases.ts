import type { Cell, Series, Tree } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** The latest mixed round: what reading its pictures takes. */
export type PicturedRound = {
  readonly quarter: Quarter;
  readonly tree: Tree;
  readonly series: readonly Series[];
  readonly groupNames: Readonly<Record<string, string>>;
  /** Fills `{region}` in the questionnaire's texts. */
  readonly region: string;
  readonly questionnaire: Questionnaire;
};

/** All that this page may know: the pictures, never a unit's own result. */
export type Releases = { readonly cells: readonly Cell[]; readonly round: PicturedRound };

/** The cells of what one series answered, without background. */
export function answersOf({ cells }: Releases, series: Series): readonly Cell[] {
  return cells.filter((cell) => cell.slice === "answers" && cell.series === series);
}
