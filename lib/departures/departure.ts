import { linkWindow } from "@/lib/invitations/link-window";
import type { Day } from "@/lib/quarters/quarter";
import type { DepartureRow } from "./row";

/** One departure as it is stored: a pseudonym instead of the employer's reference. */
export type Departure = Omit<DepartureRow, "employeeRef"> & { readonly pseudonym: string };

/** What the reading and planning of departures is handed: the HMAC of a reference, and the day. */
export type DepartureSetting = {
  readonly pseudonym: (employeeRef: string) => string;
  readonly today: Day;
};

/** Whether the link's window has passed: from then on nothing remains but pseudonym, unit, month, kind and staff group. */
export function isHistory(departure: { readonly lastDay: Day }, today: Day): boolean {
  return linkWindow(departure.lastDay).to < today;
}

/** What stands in a pseudonym's place once it is disposed of begins so: no HMAC does. */
export const NOBODY = "nobody ";

/** What is left of the way to a person once the link's window has passed. */
export const forgotten = {
  email: null,
  privateEmail: null,
  language: "sv",
  delivery: "none",
} as const;

/** A file's row as it is stored. Addresses are kept only while they are needed to send the invitation. */
export function departureOf(row: DepartureRow, setting: DepartureSetting): Departure {
  const { employeeRef, ...rest } = row;
  const pseudonym = setting.pseudonym(employeeRef);
  if (isHistory(row, setting.today)) return { ...rest, ...forgotten, pseudonym };
  const mailed = row.delivery === "mail" && row.kind !== "death" && !row.protected;
  return mailed ? { ...rest, pseudonym } : { ...rest, email: null, privateEmail: null, pseudonym };
}
