import { useTranslations } from "next-intl";
import { Acts, Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { IMPORT_KINDS } from "@/lib/imports/kind-plan";

/** Which kind, which file: what stands in the form. `error`: why the last file was not taken. */
export function ImportFields({ error }: { readonly error?: string | undefined }) {
  const t = useTranslations("import-page");
  return (
    <>
      <SelectField id="kind" name="kind" label={t("form.kind")} hint={t("form.kindHint")} required>
        {IMPORT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <Field
        id="file"
        name="file"
        type="file"
        accept=".csv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={t("form.file")}
        hint={t("form.fileHint")}
        error={error}
        required
      />
      <Acts>
        <Button>{t("form.submit")}</Button>
      </Acts>
    </>
  );
}
