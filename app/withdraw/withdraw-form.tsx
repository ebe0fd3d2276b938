"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { sendWithdrawal, type Withdrawal } from "@/lib/answering/calls";

type Texts = Readonly<Record<string, string>>;
type Step = { readonly state: "asking" } | { readonly state: "sending" } | Withdrawal;

const COLLECTOR = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  collector: "",
};

/** Takes the form's place, and the focus with it, so that it is heard as well as seen. */
function Done({ texts }: { readonly texts: Texts }) {
  return (
    <div className="note">
      <h3 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {texts["done.title"]}
      </h3>
      <p>{texts["done.text"]}</p>
      <p>{texts["done.later"]}</p>
    </div>
  );
}

/** What stands beside the button: nothing, that it is being sent, or why it did not go. */
function besideButton(step: Step, texts: Texts): string | undefined {
  if (step.state === "sending") return texts["sending"];
  if (step.state === "trouble") return texts[`problem.${step.trouble}`];
  return step.state === "receiving-stopped" ? texts["problem.receiving-stopped"] : undefined;
}

/** The code lives in this form only: not in an address, not in any storage, and gone when it has arrived. */
export function WithdrawForm({ texts }: { readonly texts: Texts }) {
  const [step, setStep] = useState<Step>({ state: "asking" });
  const field = useRef<HTMLInputElement>(null);
  const send = async () => {
    setStep({ state: "sending" });
    setStep(await sendWithdrawal(COLLECTOR, field.current?.value ?? ""));
  };
  // Once the problem stands there, so that it is read out with the field.
  useEffect(() => {
    if (step.state === "no-receipt") field.current?.focus();
  }, [step]);
  // "dialog" does nothing here: a press before the script runs must not put the code in an address.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step.state !== "sending") void send();
  };
  if (step.state === "received") return <Done texts={texts} />;
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Field
        id="receipt"
        ref={field}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        label={texts["label"] ?? ""}
        hint={texts["hint"]}
        error={step.state === "no-receipt" ? texts["problem.no-receipt"] : undefined}
      />
      <Acts>
        <Button>{step.state === "trouble" ? texts["again"] : texts["send"]}</Button>
        <p role="status">{besideButton(step, texts)}</p>
      </Acts>
    </form>
  );
}
