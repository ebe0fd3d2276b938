import type { ReactNode } from "react";

/** What a section says, in serif, before its picture: a sentence a person could read aloud. */
export function Finding({ children }: { readonly children: ReactNode }) {
  return <p className="says">{children}</p>;
}
