import type { Change, Wanted } from "./change";

/** What the public log says of a change: what and why, and of the people only that there was a second one. */
export function logContent({
  number,
  reason,
  ...wanted
}: Pick<Change, "number" | "reason"> & Wanted): Readonly<Record<string, unknown>> {
  if (wanted.what === "early-close") {
    return { number, what: wanted.what, quarter: wanted.quarter, reason };
  }
  return { number, what: wanted.what, from: wanted.from, to: wanted.to, reason };
}
