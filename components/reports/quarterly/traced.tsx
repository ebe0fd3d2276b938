import type { ReactNode } from "react";
import type { View } from "@/components/reports/quarterly/view";

type TracedProps = {
  readonly view: View;
  /** A row's id in the open data, or the part of it that a table's row has in common. */
  readonly id: string;
  readonly children: ReactNode;
};

/** The name of a table's row, which leads to the same figures in the open data. */
export function Traced({ view, id, children }: TracedProps) {
  return view.data === null ? children : <a href={`${view.data}#${id}`}>{children}</a>;
}
