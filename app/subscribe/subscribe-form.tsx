"use client";

import { useActionState } from "react";
import { type Asked, subscribe } from "@/app/subscribe/actions";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

type Texts = Readonly<Record<"label" | "hint" | "button" | "asked" | "wrong" | "slowDown", string>>;

const START: Asked = { state: "asking", email: "" };

/** An address, and a button. Works before the script does; what was typed wrong stays in the field. */
export function SubscribeForm({ texts }: { readonly texts: Texts }) {
  const [asked, send] = useActionState(subscribe, START);
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
      {error ? <ErrorSummary errors={[{ id: "email", text: error }]} /> : null}
      <Field
        key={asked.email}
        id="email"
        name="email"
        type="email"
        autoComplete="email"
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
