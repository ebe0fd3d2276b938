import { type OwnAnswers, ownAnswers } from "@/components/hr/unit/own-answers";
import { type GroupPicture, groupPicture } from "@/components/hr/unit/picture-view";
import type { SurveyRound } from "@/components/hr/unit/survey-round";
import type { UnitView } from "@/components/hr/unit/view";
import { type Waiting, waitingFor } from "@/components/hr/unit/waiting";
import type { Atom, Cell, Series } from "@/lib/disclosure/release";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { limitOf, type RoundLimit } from "@/lib/turnover/forecast";
import type { Locale } from "@/lib/wording/number";

export type AnswersFacts = {
  /** The unit's own, oldest first. */
  readonly atoms: readonly Atom[];
  /** All of the region's. */
  readonly cells: readonly Cell[];
  /** Mixed rounds, oldest first: the newest, and those in which the unit's atoms formed. */
  readonly rounds: readonly SurveyRound[];
  /** The limits of the rounds that are planned after the newest of these. */
  readonly ahead: readonly RoundLimit[];
};

/** What a unit's leavers have answered, as far as it may be shown. */
export type AnswersView = {
  readonly k: number;
  readonly own: readonly OwnAnswers[];
  /** Series without a result of the unit's own, and when there may be one. */
  readonly waiting: readonly { readonly series: Series; readonly forecast: Waiting }[];
  readonly picture: GroupPicture | null;
};

/** Null before any round has been mixed. */
export function answersView(
  { atoms, cells, rounds, ahead }: AnswersFacts,
  { summary, closed }: Pick<UnitView, "summary" | "closed">,
  locale: Locale,
): AnswersView | null {
  const latest = rounds.at(-1);
  if (latest === undefined) return null;
  const own = latest.series.flatMap((series) => {
    const atom = atoms.findLast((each) => each.series === series);
    const round = rounds.find(({ quarter }) => quarter === atom?.to);
    return atom === undefined || round === undefined ? [] : [ownAnswers(atom, round, locale)];
  });
  const missing = latest.series.filter((series) => !own.some((each) => each.series === series));
  const { k } = latest.limits;
  const limitIn = (quarters: number) => limitOf(ahead, shiftQuarter(latest.quarter, quarters)) ?? k;
  return {
    k,
    own,
    waiting: missing.map((series) => ({
      series,
      forecast:
        closed === null
          ? waitingFor(series, limitIn, summary.staff, summary.pooled)
          : { kind: "closed" },
    })),
    picture: groupPicture(cells, summary.code, latest, locale),
  };
}
