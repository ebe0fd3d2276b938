"use client";

import { useState } from "react";
import { useMailedToken } from "@/app/_shell/mailed-token";
import { sendChoice } from "@/app/_shell/send-choice";
import { Acts, Button } from "@/components/ui/button";
import { type Sent, sentOf, type Wish } from "./sent";

type Texts = Readonly<Record<string, string>>;
type Step = { readonly state: "asking" | "no-link" | "sending" } | Sent;

/** What came of a choice, and then what can still be chosen. It takes the focus, so that it is heard as well as seen. */
function Told({ said, texts }: { readonly said: string; readonly texts: Texts }) {
  return (
    <div className="note">
      <h3 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {texts[`${said}.title`]}
      </h3>
      <p>{texts[`${said}.text`]}</p>
    </div>
  );
}

function besideButtons(step: Step, texts: Texts): string | undefined {
  if ("trouble" in step) return texts[`problem.${step.trouble}`];
  return "state" in step && step.state === "sending" ? texts["sending"] : undefined;
}

/** What the button asks for: what was chosen is not asked for again, and what is gone cannot be. */
function choices(step: Step): readonly Wish[] {
  if (!("done" in step)) return ["confirm", "stop"];
  return step.done === "confirmed" ? ["stop"] : [];
}

/** Confirms or stops with the mailed link's token, which is kept nowhere but here. */
export function SubscriptionChoice({ texts }: { readonly texts: Texts }) {
  const [step, setStep] = useState<Step>({ state: "asking" });
  const [found] = useState(() => (token: string | null) => {
    setStep({ state: token === null ? "no-link" : "asking" });
  });
  const token = useMailedToken(found);
  const send = async (wish: Wish) => {
    if (token.current === null || ("state" in step && step.state === "sending")) return;
    setStep({ state: "sending" });
    setStep(sentOf(await sendChoice("/api/subscriptions", token.current, wish), wish));
  };
  if ("state" in step && step.state === "no-link") return <Told said="noLink" texts={texts} />;
  return (
    <>
      {"done" in step ? <Told said={step.done} texts={texts} /> : null}
      <Acts>
        {choices(step).map((wish) => (
          // "dialog" does nothing here: a press before the script runs must not load anything.
          <form
            key={wish}
            method="dialog"
            onSubmit={(event) => {
              event.preventDefault();
              void send(wish);
            }}
          >
            <Button line={wish === "stop"}>{texts[wish]}</Button>
          </form>
        ))}
        <p role="status">{besideButtons(step, texts)}</p>
      </Acts>
    </>
  );
}
