"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import type { StoredTalk } from "@/lib/exit-talks/data";
import { type ChoiceProblem, HOLDERS } from "@/lib/exit-talks/talk";

export type Texts = Readonly<Record<string, string>>;

/** What stands chosen now, as the form's own values. */
function chosenIn({ state, holder }: StoredTalk): string {
  return state === "declined" ? "none" : (holder ?? "");
}

type ChoiceProps = {
  readonly value: string;
  readonly text: string | undefined;
  readonly chosen: boolean;
};

function Choice({ value, text, chosen }: ChoiceProps) {
  return (
    <label className="flex min-h-14 cursor-pointer items-center gap-3 border-rule border-b py-2">
      <input type="radio" name="with" value={value} defaultChecked={chosen} />
      <span>{text}</span>
    </label>
  );
}

const FIELD = { "nothing-chosen": "with", "contact-too-long": "contact" } as const;

type OfferProps = {
  readonly texts: Texts;
  readonly talk: StoredTalk;
  readonly problem: ChoiceProblem | null;
  readonly onSave: (form: FormData) => Promise<void>;
};

type Sending = "no" | "saving" | "trouble";

/** Whom to talk to, if anybody. What was written stays in the form whatever becomes of it. */
export function Offer({ texts, talk, problem, onSave }: OfferProps) {
  const [sending, setSending] = useState<Sending>("no");
  const summary = useRef<HTMLDivElement>(null);
  const chosen = chosenIn(talk);
  const said = problem ? (texts[`problem.${problem}`] ?? "") : "";
  useEffect(() => {
    if (said !== "") summary.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [said]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSending("saving");
    onSave(new FormData(event.currentTarget)).then(
      () => setSending("no"),
      () => setSending("trouble"),
    );
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <div ref={summary}>
        <ErrorSummary errors={problem ? [{ id: FIELD[problem], text: said }] : []} />
      </div>
      <fieldset id="with" tabIndex={-1} className="max-w-measure">
        <legend className="font-semibold">{texts["ask"]}</legend>
        {[...HOLDERS, "none"].map((value) => (
          <Choice
            key={value}
            value={value}
            text={texts[`with.${value}`]}
            chosen={value === chosen}
          />
        ))}
      </fieldset>
      <div className="mt-8">
        <TextField
          id="contact"
          name="contact"
          label={texts["contact"] ?? ""}
          hint={texts["contactHint"]}
          error={problem === "contact-too-long" ? said : undefined}
          defaultValue={talk.contact ?? ""}
          rows={2}
        />
      </div>
      <Acts>
        <Button>{texts["save"]}</Button>
        <p role="status">{sending === "no" ? null : texts[sending]}</p>
      </Acts>
    </form>
  );
}
