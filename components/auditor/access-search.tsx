import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { AccessFilter } from "@/lib/access/filter";

/** Asks for lines of the access log; the answer's address holds what was asked. */
export function AccessSearch({ filter }: { readonly filter: AccessFilter }) {
  const t = useTranslations("auditor");
  const day = (name: "from" | "to") => (
    <Field id={name} name={name} type="date" label={t(name)} defaultValue={filter[name] ?? ""} />
  );
  return (
    <search>
      <form action="/auditor/accesses">
        <Field
          id="who"
          name="who"
          label={t("person")}
          hint={t("personHint")}
          defaultValue={filter.who}
        />
        <Field
          id="page"
          name="page"
          label={t("address")}
          hint={t("addressHint")}
          defaultValue={filter.page}
        />
        {day("from")}
        {day("to")}
        <p className="mt-6">
          <Button>{t("find")}</Button>
        </p>
      </form>
    </search>
  );
}
