"use client";

import { useActionState } from "react";
import { type CodeShown, confirmSecondFactor, showSecondFactor } from "@/app/sign-in/code/actions";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

export type CodeTexts = Readonly<
  Record<
    "label" | "hint" | "button" | "malformed" | "wrong" | "none" | "slow-down" | "resting",
    string
  >
>;

const START: CodeShown = { state: "asking" };

function problem(shown: CodeShown, texts: CodeTexts): string | undefined {
  if (shown.state === "asking" || shown.state === "made") return undefined;
  const said = texts[shown.state];
  return shown.state === "resting" ? said.replace("{minutes}", String(shown.minutes)) : said;
}

type FieldsProps = {
  readonly shown: CodeShown;
  readonly texts: CodeTexts;
  readonly send: (form: FormData) => void;
};

/** One field for a code. What was typed does not stay: a code is typed anew. */
export function CodeFields({ shown, texts, send }: FieldsProps) {
  const error = problem(shown, texts);
  return (
    <form action={send} noValidate>
      {error ? <ErrorSummary errors={[{ id: "code", text: error }]} /> : null}
      <Field
        id="code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={40}
        label={texts.label}
        hint={texts.hint}
        error={error}
      />
      <Acts>
        <Button>{texts.button}</Button>
      </Acts>
    </form>
  );
}

/** Asks for the second factor. */
export function CodeForm({ texts }: { readonly texts: CodeTexts }) {
  const [shown, send] = useActionState(showSecondFactor, START);
  return <CodeFields shown={shown} texts={texts} send={send} />;
}

/** The first code of a phone that has just been connected. */
export const useConfirming = () => useActionState(confirmSecondFactor, START);
