import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RollOut } from "@/components/charts/roll-out";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { yearAhead } from "@/components/hr/programme/sentences";
import { QuarterTable, StepTable } from "@/components/hr/programme/tables";
import type { ProgrammeView } from "@/components/hr/programme/view";
import { Said } from "@/components/hr/said";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { monthInWords } from "@/lib/wording/date";

type PlanProps = {
  readonly view: ProgrammeView;
  /** What the plan can be asked: on the page, not in the proposal. */
  readonly ask?: ReactNode;
  /** The units: a page at a time, or in the proposal in a table that is printed whole. */
  readonly units: ReactNode;
};

/** The roll-out plan: what it comes to, when units can be shown, and how it is reckoned. */
export function PlanSections({ view, ask, units }: PlanProps) {
  const t = useTranslations("programme");
  const locale = useWordingLocale();
  const words = { say: marked(t), locale };
  const title = t("picture.title");
  return (
    <>
      <Section name={t("steps.name")} context={t("steps.context")}>
        <Finding>
          <Said at="quarters">{yearAhead(view, words)}</Said>
        </Finding>
        {ask}
        <StepTable view={view} />
      </Section>
      <Section name={t("picture.name")} context={t("picture.context")}>
        <Picture
          title={title}
          caption={<Said>{words.say("picture.caption", { k: view.k })}</Said>}
          table={<QuarterTable view={view} />}
        >
          <RollOut title={title} points={view.quarters} />
        </Picture>
      </Section>
      <Section id="enheter" name={t("units.name")} context={t("units.context")}>
        {units}
      </Section>
      <Section name={t("method.name")}>
        <ul className="bullets max-w-measure space-y-2">
          {["response", "leavers", "range", "result", "never", "small"].map((key) => (
            <li key={key}>
              <Said>
                {words.say(`method.${key}`, { k: view.k, month: monthInWords(view.asOf, locale) })}
              </Said>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
