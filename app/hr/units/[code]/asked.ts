import { getLocale } from "next-intl/server";
import { unitSignals } from "@/app/hr/units/[code]/signals";
import { surveyFacts } from "@/app/hr/units/[code]/survey";
import type { SignalsView } from "@/components/hr/signals/view";
import { type AnswersView, answersView } from "@/components/hr/unit/answers-view";
import { type UnitView, unitView } from "@/components/hr/unit/view";
import { plannedActions } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { explanations } from "@/lib/explanations/data";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { parentName, policyFor, unitMonths } from "@/lib/turnover/data";
import { monthOf, shiftMonth } from "@/lib/turnover/month";

/** A unit as its page and its files show it. */
export type AskedUnit = {
  readonly view: UnitView;
  readonly answers: AnswersView | null;
  readonly signals: SignalsView;
};

/** The unit that an address asks for, page and files alike; null when there is none such. */
export async function askedUnit(actor: HrActor, code: string): Promise<AskedUnit | null> {
  const units = await unitMonths(actor);
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) return null;
  const today = dayAt(new Date());
  // Without any headcount there are departures all the same, up to the last whole month.
  const asOf = asOfMonth(units, today) ?? shiftMonth(monthOf(today), -1);
  const [policy, parent, noted, decided, survey] = await Promise.all([
    policyFor(actor, asOf),
    parentName(actor, code),
    explanations(actor, code),
    plannedActions(actor, code),
    surveyFacts(code),
  ]);
  const view = unitView({
    ...{ unit, units, asOf, policy, today, parent },
    explanations: noted,
    actions: decided,
  });
  const locale = localeOf(await getLocale());
  const signals = await unitSignals(actor, { unit, units, survey, locale });
  return { view, answers: answersView(survey, view, locale), signals };
}
