import type { Limits, Series, Tree } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** What a page needs of a mixed round to read its figures. */
export type SurveyRound = {
  readonly quarter: Quarter;
  readonly tree: Tree;
  readonly limits: Limits;
  readonly series: readonly Series[];
  readonly groupNames: Readonly<Record<string, string>>;
  /** Fills `{region}` in the questionnaire's texts. */
  readonly region: string;
  readonly questionnaire: Questionnaire;
};
