"use client";

import { type ReactNode, useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

/** How asking went; the same whether or not the address is known. `email`: what was typed, when it must be mended. */
export type Asked = {
  readonly state: "asking" | "wrong" | "slow-down" | "asked";
  readonly email: string;
};

type Said = "label" | "hint" | "button" | "asked" | "wrong" | "slowDown";
type AddressFormProps = {
  readonly ask: (before: Asked, form: FormData) => Promise<Asked>;
  readonly id: string;
  readonly autoComplete: "email" | "username";
  readonly texts: Readonly<Record<Said, string>>;
  readonly children?: ReactNode;
};

const START: Asked = { state: "asking", email: "" };

/** An address, and a button. Works before the script does; what was typed wrong stays in the field. */
export function AddressForm({ ask, id, autoComplete, texts, children }: AddressFormProps) {
  const [asked, send] = useActionState(ask, START);
  if (asked.state === "asked") {
    return (
      <Note live>
        <p>{texts.asked}</p>
      </Note>
    );
  }
  const problems = { wrong: texts.wrong, "slow-down": texts.slowDown, asking: undefined } as const;
  const error = problems[asked.state];
  return (
    <form action={send} noValidate>
      {error ? <ErrorSummary errors={[{ id, text: error }]} /> : null}
      {children}
      <Field
        key={asked.email}
        id={id}
        name="email"
        type="email"
        autoComplete={autoComplete}
        required
        maxLength={254}
        label={texts.label}
        hint={texts.hint}
        error={error}
        defaultValue={asked.email}
      />
      <Acts>
        <Button>{texts.button}</Button>
      </Acts>
    </form>
  );
}
