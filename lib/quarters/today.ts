import type { Day } from "@/lib/quarters/quarter";

const stockholm = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Sweden at a moment. */
export function dayAt(moment: Date): Day {
  return stockholm.format(moment);
}
