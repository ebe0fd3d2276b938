"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { sent, type Way } from "@/app/hr/import/sent";

export type WayTexts = Readonly<Record<"working" | "opening" | "lost", string>> & {
  /** While the form itself is on its way; a form of a few words has none. */
  readonly sending?: string;
};

type Sending = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly way: Way;
  readonly send: (event: FormEvent) => Promise<void>;
};

/** Sends a form once, follows it, and goes on where its answer says. */
export function useSending(): Sending {
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState<Way>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current || (way !== null && way.at !== "lost")) return;
    setWay({ at: "sending", done: 0 });
    const next = await sent(form.current, setWay);
    setWay({ at: next === null ? "lost" : "opening" });
    if (next !== null) window.location.assign(next);
  };
  return { form, way, send };
}

type WayShownProps = { readonly way: Way; readonly texts: WayTexts };

/** How far a form is, in a sentence, a bar and per cent; nothing before it is sent. */
export function WayShown({ way, texts }: WayShownProps) {
  const own = way === null ? "" : texts[way.at];
  const said = own ?? texts.working;
  const done = way !== null && "done" in way && own !== undefined ? way.done : undefined;
  return (
    <div className="mt-4">
      <p role="status">{said}</p>
      {way === null || way.at === "lost" ? null : (
        <p>
          <progress max={100} aria-label={said} value={done} />{" "}
          {done === undefined ? null : <span aria-hidden="true">{done}&nbsp;%</span>}
        </p>
      )}
    </div>
  );
}
