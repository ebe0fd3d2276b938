import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

type Ask = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in a sentence. */
  readonly error?: string | undefined;
};

type Described = { readonly id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, hint, error, then the control, tied together: what is heard is what is seen. */
function Asked({
  ask,
  control,
}: {
  readonly ask: Ask;
  readonly control: (d: Described) => ReactNode;
}) {
  const t = useTranslations("common");
  const { id, label, hint, error } = ask;
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? "ask wrong" : "ask"}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="problem" id={`${id}-error`}>
          <span className="vh">{t("error")}: </span>
          {error}
        </p>
      ) : null}
      {control({
        id,
        ...(ids ? { "aria-describedby": ids } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
    </div>
  );
}

type Rest<T extends "input" | "textarea" | "select"> = Ask &
  Omit<ComponentProps<T>, keyof Ask | "className">;

/** One line of text. `id` is also the place the ErrorSummary leads to. */
export function Field({ id, label, hint, error, ...rest }: Rest<"input">) {
  return (
    <Asked
      ask={{ id, label, hint, error }}
      control={(d) => <input className="field" type="text" {...rest} {...d} />}
    />
  );
}

/** Several lines of text. */
export function TextField({ id, label, hint, error, ...rest }: Rest<"textarea">) {
  return (
    <Asked
      ask={{ id, label, hint, error }}
      control={(d) => <textarea className="field" rows={4} {...rest} {...d} />}
    />
  );
}

/** One of a list; children are `<option>`s. */
export function SelectField({ id, label, hint, error, ...rest }: Rest<"select">) {
  return (
    <Asked
      ask={{ id, label, hint, error }}
      control={(d) => <select className="field" {...rest} {...d} />}
    />
  );
}
