import type { ReactNode } from "react";

/** The head of a column of figures that may take several lines: its figures are short. */
export function Wrapped({ children }: { readonly children: ReactNode }) {
  return <span className="whitespace-normal">{children}</span>;
}
