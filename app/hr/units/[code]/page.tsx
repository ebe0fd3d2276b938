import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { surveyFacts } from "@/app/hr/units/[code]/survey";
import { answersView } from "@/components/hr/unit/answers-view";
import { UnitPage } from "@/components/hr/unit/unit-page";
import { unitView } from "@/components/hr/unit/view";
import { recordAccess } from "@/lib/access/mutations";
import { plannedActions } from "@/lib/actions/data";
import { requireHr } from "@/lib/auth/require";
import { explanations } from "@/lib/explanations/data";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { parentName, policyFor, unitMonths } from "@/lib/turnover/data";
import { monthOf, shiftMonth } from "@/lib/turnover/month";

type Asked = { readonly params: Promise<{ readonly code: string }> };

export default async function Page({ params }: Asked) {
  const actor = await requireHr();
  const code = decodeURIComponent((await params).code);
  const units = await unitMonths(actor);
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) notFound();
  await recordAccess(actor, `/hr/units/${code}`);
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
  const answers = answersView(survey, view, localeOf(await getLocale()));
  return <UnitPage view={view} answers={answers} />;
}
