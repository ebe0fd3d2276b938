import type { ToldAction } from "@/lib/actions/history";
import type { Atom, Cell, Limits, Tree } from "@/lib/disclosure/release";
import type { Paraphrase, ThemeTable } from "@/lib/disclosure/theme-table";
import type { Explanation } from "@/lib/explanations/explanation";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import type { AnswersMissing } from "@/lib/reports/answers-missing";
import type { ProgrammeStepDecided } from "@/lib/reports/coming";
import type { HrComment } from "@/lib/reports/snapshot";
import type { TalkCounts } from "@/lib/reports/talks-part";
import type { RoundState } from "@/lib/rounds/state";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import type { Overview } from "@/lib/turnover/overview";

/** What a report's round fixed: its manifest and questionnaire, as far as the report needs them. */
export type RoundFacts = {
  readonly state: RoundState;
  /** Null when the round's own answers were counted. */
  readonly answersMissing: AnswersMissing | null;
  readonly publishes: Day;
  readonly region: string;
  readonly operator: string;
  readonly tree: Tree;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly groupNames: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly questionnaire: Questionnaire;
};

/** A round as a whole; `received` null while answers may still come in. Without `k`: as in the report's own. */
export type RoundTotal = {
  readonly quarter: Quarter;
  readonly received: number | null;
  readonly k?: number;
};

/** People who resigned or retired in a quarter, by unit: those who are always invited. */
export type LeaverCount = {
  readonly unit: string;
  readonly quarter: Quarter;
  readonly count: number;
  /** Whether the unit was in the programme in that quarter. */
  readonly invited: boolean;
};

/** Everything a report is built from. */
export type ReportFacts = {
  readonly quarter: Quarter;
  readonly round: RoundFacts;
  /** As of the quarter's last month, and as of the last month of the quarter before (null: no report before). */
  readonly overview: Overview;
  readonly before: Overview | null;
  /** The day the report before was due; null: there is none. */
  readonly lastDue: Day | null;
  /** The region's turnover in the twelve months before the last twelve. */
  readonly yearBefore: Overview["last12"];
  readonly atoms: readonly Atom[];
  readonly cells: readonly Cell[];
  readonly themes: readonly ThemeTable[];
  readonly paraphrases: readonly Paraphrase[];
  /** Readings of comments that were given up: how many comments were destroyed unread. */
  readonly readingsLost?: readonly { readonly quarter: Quarter; readonly comments: number }[];
  readonly rounds: readonly RoundTotal[];
  readonly leavers: readonly LeaverCount[];
  /** Units in the programme in the quarter → since when without a break; null: always. */
  readonly programme: Readonly<Record<string, Quarter | null>>;
  /** Decisions on whom to invite, past and coming. */
  readonly decisions?: readonly ProgrammeStepDecided[] | undefined;
  /** Exit talks of the year that ends with the quarter; null while nobody has been invited. */
  readonly talks?: TalkCounts | null | undefined;
  readonly explanations: readonly Explanation[];
  readonly actions: readonly ToldAction[];
  readonly comment: HrComment | null;
};
