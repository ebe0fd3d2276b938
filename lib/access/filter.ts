import { type Day, shiftDay } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";

/** What the auditor looks for in the access log; an empty text or null asks for nothing in particular. */
export type AccessFilter = {
  /** Part of a name, or of what ran a command. */
  readonly who: string;
  /** How the page's address begins. */
  readonly page: string;
  /** From this day and to this day, both included, in Sweden. */
  readonly from: Day | null;
  readonly to: Day | null;
};

const MOST = 200;

function dayIn(text: string | null): Day | null {
  const isDay = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay) return null;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? text : null;
}

/** Reads a filter out of an address; what is no day or too long is left out. */
export function accessFilter(query: URLSearchParams): AccessFilter {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, MOST);
  return {
    who: text("who"),
    page: text("page"),
    from: dayIn(query.get("from")),
    to: dayIn(query.get("to")),
  };
}

/** The same filter as an address; empty where it asks for nothing. */
export function filterQuery({ who, page, from, to }: AccessFilter): string {
  const given = Object.entries({ who, page, from: from ?? "", to: to ?? "" });
  return new URLSearchParams(given.filter(([, value]) => value !== "")).toString();
}

const HOUR_MS = 3_600_000;

/** When a day begins in Sweden: 22 or 23 o'clock UTC the day before. */
function beginningOf(day: Day): Date {
  const summer = new Date(Date.parse(`${day}T00:00:00Z`) - 2 * HOUR_MS);
  return dayAt(summer) === day ? summer : new Date(summer.getTime() + HOUR_MS);
}

/** The moments that a filter's days span. */
export function momentsOf({ from, to }: Pick<AccessFilter, "from" | "to">): {
  readonly gte?: Date;
  readonly lt?: Date;
} {
  return {
    ...(from ? { gte: beginningOf(from) } : {}),
    ...(to ? { lt: beginningOf(shiftDay(to, 1)) } : {}),
  };
}
