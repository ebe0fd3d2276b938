import { useTranslations } from "next-intl";
import { ActionList } from "@/components/hr/action-list";
import { Said } from "@/components/hr/said";
import { effectWords } from "@/components/hr/unit/effect-words";
import type { UnitWords } from "@/components/hr/unit/sentences";
import type { EvaluatedAction, UnitView } from "@/components/hr/unit/view";
import { fileOf, unitHref } from "@/components/hr/unit-link";
import { ButtonLink } from "@/components/ui/button";
import { Downloads } from "@/components/ui/downloads";
import { Section } from "@/components/ui/section";
import { isOpen } from "@/lib/actions/action";
import { dayInWords } from "@/lib/wording/date";

type PlanProps = { readonly view: UnitView; readonly words: UnitWords };

/** The action plan: what, who, when, control, and what has happened since. */
export function PlanSection({ view, words }: PlanProps) {
  const t = useTranslations("hrUnit.plan");
  const factsOf = useFacts(view, words);
  const pages = `${unitHref(view.summary.code)}/actions`;
  return (
    <Section id="plan" name={t("name")} context={t("context")}>
      <ActionList
        actions={view.actions.map((action) => ({
          id: action.id,
          title: action.what,
          facts: factsOf(action),
          after: <Said>{effectWords(action.effect, words)}</Said>,
          link: {
            href: `${pages}/${action.id}`,
            text: t(isOpen(action) ? "change" : "look"),
            about: action.what,
          },
        }))}
      />
      {view.actions.length === 0 ? null : (
        <Downloads href={fileOf("actions", view.summary.code)} of={t("name")} />
      )}
      <p>
        <ButtonLink line href={`${pages}/new`}>
          {t("add")}
        </ButtonLink>
      </p>
    </Section>
  );
}

function useFacts({ today }: UnitView, { locale }: UnitWords) {
  const t = useTranslations("hrUnit.plan");
  return (action: EvaluatedAction) => {
    const due = dayInWords(action.due, locale);
    const late = isOpen(action) && action.due < today;
    return [
      { term: t("who"), value: action.who },
      {
        term: t("state"),
        value: t(`states.${action.state}`, { day: dayInWords(action.decidedOn, locale) }),
      },
      { term: t("due"), value: late ? t("overdue", { day: due }) : due },
      { term: t("control"), value: action.control },
      ...(action.result === "" ? [] : [{ term: t("result"), value: action.result }]),
    ];
  };
}
