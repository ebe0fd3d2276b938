import { useTranslations } from "next-intl";

type ChecksProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do, in a sentence. */
  readonly error?: string | undefined;
  /** The values that are chosen, with commas between. */
  readonly defaultValue: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

/** Any number of a short list. `id` is also the place the ErrorSummary leads to. */
export function Checks({ id, name, label, hint, error, defaultValue, options }: ChecksProps) {
  const t = useTranslations("common");
  const chosen = defaultValue.split(",");
  return (
    <fieldset id={id} className={error ? "ask wrong" : "ask"} tabIndex={error ? -1 : undefined}>
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? (
        <p className="problem">
          <span className="vh">{t("error")}: </span>
          {error}
        </p>
      ) : null}
      <div>
        {options.map(({ value, text }) => (
          <label key={value} className="mt-2 flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />{" "}
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
