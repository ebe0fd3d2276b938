import type { Series } from "@/lib/invitations/series";
import type { Day } from "@/lib/quarters/quarter";

/** In the order that HR reads them: what needs somebody first. */
export const INVITED_STATES = ["problem", "queued", "letter", "sent", "withdrawn"] as const;
export type InvitedState = (typeof INVITED_STATES)[number];

/** Why a mail did not go, as far as HR can do something about it. */
export type MailTrouble = "no-mailbox" | "refused" | "no-round" | "no-answer";

/** An invitation as HR sees it: its mail or letter, and nothing of what the person has done since. */
export type InvitedLine = {
  readonly id: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly lastDay: Day;
  readonly series: Series;
  readonly language: string;
  readonly channel: "mail" | "letter";
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly state: InvitedState;
  /** Null unless the mail did not go. */
  readonly trouble: MailTrouble | null;
  /** The day the mail went or the letter was handed over; null before. */
  readonly sentOn: Day | null;
};

/** What the mail server's word means: `refused 550`, `ECONNECTION`, `no round`. */
export function troubleOf(problem: string | null): MailTrouble {
  if (problem === "no round") return "no-round";
  // RFC 5321: 550, 551 and 553 speak of the mailbox, other codes of the moment, the text or the sender.
  if (problem === "no address" || /^refused 55[013]$/.test(problem ?? "")) return "no-mailbox";
  return problem?.startsWith("refused") ? "refused" : "no-answer";
}

/** Only a mail that did not go is sent again: nobody gets the same invitation twice. */
export function maySendAgain({ state, channel }: InvitedLine): boolean {
  return state === "problem" && channel === "mail";
}

/** A letter is stopped by not handing it over. */
export function mayStop({ state, channel }: InvitedLine): boolean {
  return channel === "mail" && state !== "withdrawn";
}

/** What the page's address asks for; a state that is none asks for all. */
export type InvitedFilter = { readonly state: InvitedState | null; readonly search: string };

export function readFilter(given: {
  readonly state: unknown;
  readonly search: unknown;
}): InvitedFilter {
  const state = INVITED_STATES.find((one) => one === given.state) ?? null;
  return { state, search: typeof given.search === "string" ? given.search.trim() : "" };
}

/** Those whose unit's name has the searched letters in it, whatever their state. */
export function found(
  lines: readonly InvitedLine[],
  { search }: InvitedFilter,
): readonly InvitedLine[] {
  const sought = search.toLocaleLowerCase("sv");
  return lines.filter(({ unit }) => unit.toLocaleLowerCase("sv").includes(sought));
}
