import { useTranslations } from "next-intl";
import { ActionList } from "@/components/hr/action-list";
import type { UnitView } from "@/components/hr/unit/view";
import { Section } from "@/components/ui/section";
import { dayInWords } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

type PlanProps = { readonly view: UnitView; readonly locale: Locale };

/** The action plan: what, who, when, control. */
export function PlanSection({ view, locale }: PlanProps) {
  const t = useTranslations("hrUnit.plan");
  return (
    <Section name={t("name")} context={t("context")}>
      <ActionList
        actions={view.actions.map((action) => ({
          id: action.id,
          title: action.what,
          facts: [
            { term: t("who"), value: action.who },
            {
              term: t("state"),
              value: t(`states.${action.state}`, { day: dayInWords(action.decidedOn, locale) }),
            },
            { term: t("due"), value: dayInWords(action.due, locale) },
            { term: t("control"), value: action.control },
          ],
        }))}
      />
    </Section>
  );
}
