import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MOST_SEARCH } from "@/lib/listing/search";

type SearchFormProps = {
  readonly action: string;
  readonly label: string;
  /** The query parameter's name. */
  readonly name: string;
  /** What was searched for, as it was written. */
  readonly value?: string;
  /** It was too long to search for. */
  readonly tooLong?: boolean;
  /** What else the address already says, and is to go on saying. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** A search that works without script: a GET to `action`. */
export function SearchForm(props: SearchFormProps) {
  const { action, label, name, value, tooLong = false, keep = {} } = props;
  const t = useTranslations("common.search");
  return (
    <search>
      <form className="find" action={action}>
        {Object.entries(keep).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        <Field
          id={name}
          name={name}
          type="search"
          label={label}
          error={tooLong ? t("tooLong", { most: MOST_SEARCH }) : undefined}
          maxLength={MOST_SEARCH}
          autoComplete="off"
          defaultValue={value}
        />
        <Button line>{t("button")}</Button>
      </form>
    </search>
  );
}
