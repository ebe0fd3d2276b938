"use client";

import { useActionState } from "react";
import { type CodesMade, makeCodes } from "@/app/account/actions";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

type Said = "label" | "hint" | "button" | "made" | "malformed" | "wrong" | "slow-down";

const START: CodesMade = { state: "asking" };

/** New recovery codes against a code from the phone; shown once, here. */
export function MakeCodes({ texts }: { readonly texts: Readonly<Record<Said, string>> }) {
  const [made, send] = useActionState(makeCodes, START);
  if (made.state === "made") {
    return (
      <Note live>
        <p>{texts.made}</p>
        <ul className="bullets">
          {made.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Note>
    );
  }
  const error = made.state === "asking" ? undefined : texts[made.state];
  return (
    <form action={send} noValidate>
      {error ? <ErrorSummary errors={[{ id: "code", text: error }]} /> : null}
      <Field
        id="code"
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        maxLength={10}
        label={texts.label}
        hint={texts.hint}
        error={error}
      />
      <Acts>
        <Button line>{texts.button}</Button>
      </Acts>
    </form>
  );
}
