import { useTranslations } from "next-intl";
import { Acts, Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { IMPORT_KINDS } from "@/lib/imports/kind-plan";

type ImportFormProps = {
  /** Where the file is sent; answers with the page of its preview. */
  readonly action: string;
  /** Why the last file was not taken. */
  readonly error?: string | undefined;
};

/** Which kind, which file. A plain form: it needs no script. */
export function ImportForm({ action, error }: ImportFormProps) {
  const t = useTranslations("import-page");
  return (
    <form action={action} method="post" encType="multipart/form-data">
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
    </form>
  );
}
