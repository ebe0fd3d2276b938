import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { ProgrammeView } from "@/components/hr/programme/view";
import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { HORIZON } from "@/lib/programme/plan";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";

/** What the plan is asked: when the wider steps would be taken, and what an answer costs. Nothing is decided by it. */
export function PlanForm({ view }: { readonly view: ProgrammeView }) {
  const t = useTranslations("programme");
  const locale = useWordingLocale();
  const quarters = Array.from({ length: HORIZON - 1 }, (_, i) => shiftQuarter(view.quarter, i + 2));
  return (
    <search>
      <form action="/hr/programme" className="choices">
        {view.open.map((scope) => (
          <SelectField
            key={scope}
            id={scope}
            name={scope}
            label={t("ask.from", { step: t(`scope.${scope}`) })}
            defaultValue={view.proposed[scope]}
          >
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter}>
                {quarterInWords(quarter, locale)}
              </option>
            ))}
          </SelectField>
        ))}
        <Field
          id="kostnad"
          name="kostnad"
          label={t("ask.cost")}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={view.cost === null ? "" : `${view.cost}`}
        />
        <Button line>{t("ask.show")}</Button>
      </form>
    </search>
  );
}
