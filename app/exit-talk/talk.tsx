"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { choose, openTalk } from "@/app/exit-talk/actions";
import { Offer, type Texts } from "@/app/exit-talk/offer";
import { Acts } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import type { StoredTalk } from "@/lib/exit-talks/data";
import type { ChoiceProblem } from "@/lib/exit-talks/talk";

type Shown =
  | { readonly at: "opening" | "unknown" | "trouble" }
  | {
      readonly at: "open";
      readonly talk: StoredTalk;
      /** How many times it has been saved here; each is told. */
      readonly saved: number;
      readonly problem: ChoiceProblem | null;
    };

const shownFor = (talk: StoredTalk | null, saved: number): Shown =>
  talk ? { at: "open", talk, saved, problem: null } : { at: "unknown" };

/** The link's token, which leaves the address bar at once and lives in this page only. */
function tokenFromAddress(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname);
  return token;
}

/** Opens the talk that the link in the mail leads to, and keeps what the person chooses. */
function useTalk() {
  const token = useRef("");
  const [shown, setShown] = useState<Shown>({ at: "opening" });
  const open = useCallback(async () => {
    token.current ||= tokenFromAddress();
    if (token.current === "") return setShown({ at: "unknown" });
    await openTalk(token.current).then(
      (talk) => setShown(shownFor(talk, 0)),
      () => setShown({ at: "trouble" }),
    );
  }, []);
  useEffect(() => {
    void open();
    // Another link opened in the same tab changes only what stands after the `#`.
    const onAnother = () => {
      if (/^#[\w-]{43}$/.test(location.hash)) {
        token.current = "";
        void open();
      }
    };
    addEventListener("hashchange", onAnother);
    return () => removeEventListener("hashchange", onAnother);
  }, [open]);
  const save = async (form: FormData) => {
    const kept = await choose(token.current, form);
    setShown((before) => {
      if (before.at !== "open") return before;
      if (typeof kept !== "string") return shownFor(kept, before.saved + 1);
      return { ...before, problem: kept };
    });
  };
  return { shown, save, again: () => void open() };
}

/** Stands above the form, so it takes the focus: on a phone it would else be saved out of sight. */
function Saved({ children }: { readonly children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div className="note" ref={note} tabIndex={-1}>
      {children}
    </div>
  );
}

export function Talk({ texts }: { readonly texts: Texts }) {
  const { shown, save, again } = useTalk();
  if (shown.at === "unknown") return <Top title={texts["unknown"]} why={texts["unknownWhy"]} />;
  if (shown.at !== "open") {
    return (
      <Top title={texts["question"]} why={texts["why"]}>
        <p role="status">{texts[shown.at]}</p>
        {shown.at === "trouble" ? (
          <Acts>
            <button className="btn" type="button" onClick={again}>
              {texts["again"]}
            </button>
          </Acts>
        ) : null}
      </Top>
    );
  }
  const { talk, saved, problem } = shown;
  if (talk.state === "held") return <Top title={texts["held"]} why={texts["heldWhy"]} />;
  return (
    <>
      <Top title={texts["question"]} why={texts["why"]}>
        {saved > 0 && problem === null ? (
          <Saved key={saved}>{texts[`saved.${talk.state}`]}</Saved>
        ) : null}
      </Top>
      <Section name={texts["choice"] ?? ""} context={texts["apart"]}>
        <Offer texts={texts} talk={talk} problem={problem} onSave={save} />
      </Section>
    </>
  );
}
