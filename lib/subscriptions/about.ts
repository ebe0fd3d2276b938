import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** What a mail to a subscriber is about: it asks for confirmation, or tells of a report's version. */
export type About =
  | { readonly kind: "confirm" }
  | { readonly kind: "report"; readonly quarter: Quarter; readonly version: number };

/** As it is stored: `confirm`, or `2026-Q3 2`. */
export const aboutReport = (quarter: Quarter, version: number): string => `${quarter} ${version}`;
export const ABOUT_CONFIRMING = "confirm";

/** What is stored, read; null for anything else. */
export function readAbout(text: string): About | null {
  if (text === ABOUT_CONFIRMING) return { kind: "confirm" };
  const [quarter = "", version = ""] = text.split(" ");
  if (!isQuarter(quarter) || !/^[1-9]\d{0,5}$/.test(version)) return null;
  return { kind: "report", quarter, version: Number(version) };
}
