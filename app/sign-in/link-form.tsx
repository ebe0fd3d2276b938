"use client";

import { useActionState } from "react";
import { type AskedForLink, askForLink } from "@/app/sign-in/actions";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

type Said = "label" | "hint" | "button" | "asked" | "wrong" | "slowDown";
type LinkFormProps = {
  readonly texts: Readonly<Record<Said, string>>;
  /** Where to go afterwards: a path of this site, or empty for the account's own pages. */
  readonly next: string;
};

const START: AskedForLink = { state: "asking", email: "" };

/** An address, and a button that mails a link to it. Works before the script does; what was typed wrong stays. */
export function LinkForm({ texts, next }: LinkFormProps) {
  const [asked, send] = useActionState(askForLink, START);
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
      {error ? <ErrorSummary errors={[{ id: "link-email", text: error }]} /> : null}
      <input type="hidden" name="next" value={next} />
      <Field
        key={asked.email}
        id="link-email"
        name="email"
        type="email"
        autoComplete="username"
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
