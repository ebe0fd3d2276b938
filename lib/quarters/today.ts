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

const hour = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The full hour that the clocks in Sweden show at a moment, 0 to 23. */
export function hourAt(moment: Date): number {
  return Number(hour.format(moment));
}
