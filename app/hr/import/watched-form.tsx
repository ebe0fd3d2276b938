"use client";

import type { ReactNode } from "react";
import { useSending, WayShown, type WayTexts } from "@/app/hr/import/way";

type WatchedFormProps = {
  readonly action: string;
  readonly texts: WayTexts;
  readonly children: ReactNode;
};

/** A form whose work takes its time: it says how far it is. Without script it is the plain form. */
export function WatchedForm({ action, texts, children }: WatchedFormProps) {
  const { form, way, send } = useSending();
  return (
    <form ref={form} action={action} method="post" onSubmit={send}>
      {children}
      <WayShown way={way} texts={texts} />
    </form>
  );
}
