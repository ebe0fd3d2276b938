"use client";

import { type ReactNode, useState } from "react";
import { useMailedToken } from "@/app/_shell/mailed-token";
import { sendChoice } from "@/app/_shell/send-choice";
import { Acts, Button } from "@/components/ui/button";
import type { Wish } from "@/lib/reminders/rule";
import { type Sent, sentOf } from "./sent";

type Texts = Readonly<Record<string, string>>;
type Trouble = Exclude<Sent, "saved" | "cut-short">;
type Step =
  | { readonly state: "asking" | "no-link" | "cut-short" | "sending" }
  | { readonly state: "trouble"; readonly trouble: Trouble }
  | { readonly state: "saved"; readonly wish: Wish };

type ChooseProps = {
  readonly choose: () => void;
  readonly line?: boolean;
  readonly children: ReactNode;
};

/** One choice. "dialog" does nothing here: a press before the script runs must not load anything. */
function Choose({ choose, line = false, children }: ChooseProps) {
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <Button line={line}>{children}</Button>
    </form>
  );
}

type Words = string | undefined;
type ToldProps = { readonly title: Words; readonly text: Words; readonly answers: boolean };

/** When it answers a press it takes the focus, so that it is heard as well as seen. */
function Told({ title, text, answers }: ToldProps) {
  return (
    <div className="note">
      <h3 ref={(heading) => (answers ? heading?.focus() : undefined)} tabIndex={-1}>
        {title}
      </h3>
      <p>{text}</p>
    </div>
  );
}

function besideButtons(step: Step, texts: Texts): string | undefined {
  if (step.state === "sending") return texts["sending"];
  return step.state === "trouble" ? texts[`problem.${step.trouble}`] : undefined;
}

function stepAfter(sent: Sent, wish: Wish): Step {
  if (sent === "saved") return { state: "saved", wish };
  return sent === "cut-short" ? { state: "cut-short" } : { state: "trouble", trouble: sent };
}

type ShownProps = {
  readonly step: Step;
  readonly texts: Texts;
  readonly choose: (wish: Wish) => () => void;
};

/** What the person may choose; after a choice, the way back. */
function Shown({ step, texts, choose }: ShownProps) {
  if (step.state === "no-link" || step.state === "cut-short") {
    const told = { title: texts["noLink.title"], text: texts["noLink.text"] };
    return <Told {...told} answers={step.state === "cut-short"} />;
  }
  const saved = step.state === "saved" ? step.wish : null;
  return (
    <>
      {saved ? (
        <Told answers title={texts[`saved.${saved}.title`]} text={texts[`saved.${saved}.text`]} />
      ) : null}
      <Acts>
        {saved === "stopped" ? null : <Choose choose={choose("stopped")}>{texts["stop"]}</Choose>}
        {saved === "after-leaving" ? null : (
          <Choose choose={choose("after-leaving")} line>
            {texts["later"]}
          </Choose>
        )}
        {saved === "usual" ? null : (
          <Choose choose={choose("usual")} line>
            {texts[saved ? "undo" : "usual"]}
          </Choose>
        )}
        <p role="status">{besideButtons(step, texts)}</p>
      </Acts>
    </>
  );
}

/** Keeps where the person is. */
export function ReminderChoice({ texts }: { readonly texts: Texts }) {
  const [step, setStep] = useState<Step>({ state: "asking" });
  const [found] = useState(() => (token: string | null) => {
    setStep({ state: token === null ? "no-link" : "asking" });
  });
  const token = useMailedToken(found);
  const send = async (wish: Wish) => {
    if (step.state === "sending" || token.current === null) return;
    setStep({ state: "sending" });
    setStep(stepAfter(sentOf(await sendChoice("/api/reminders", token.current, wish)), wish));
  };
  const choose = (wish: Wish) => () => void send(wish);
  return <Shown step={step} texts={texts} choose={choose} />;
}
