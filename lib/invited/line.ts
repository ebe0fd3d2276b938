import type { Series } from "@/lib/invitations/series";
import { readPage } from "@/lib/listing/page";
import { readSearch } from "@/lib/listing/search";
import type { Bounce } from "@/lib/mail-returns/report";
import type { Day } from "@/lib/quarters/quarter";

/**
 * In the order that HR reads them: what needs somebody first. `letter`: waits to be printed at the operator's.
 * `problem`: the mail did not go, and will not be tried again, or came back. `withdrawn`: for good.
 */
export const INVITED_STATES = ["problem", "queued", "letter", "sent", "withdrawn"] as const;
export type InvitedState = (typeof INVITED_STATES)[number];

/** Why a mail did not go, or came back, as far as HR can do something about it. */
export type MailTrouble = "no-mailbox" | "refused" | "no-round" | "no-answer" | `back-${Bounce}`;

/** An invitation as HR sees it: its mail or letter, and nothing of what the person has done since. */
export type InvitedLine = {
  readonly id: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly lastDay: Day;
  readonly series: Series;
  readonly language: string;
  readonly channel: Channel;
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly state: InvitedState;
  /** Null unless the mail did not go, or came back. */
  readonly trouble: MailTrouble | null;
  /** It came back, and the departure has changed since without being confirmed: a link goes to no such address. */
  readonly held: boolean;
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

/** Only a mail that did not go or came back is sent again: nobody gets the same invitation twice. */
export function maySendAgain({ state, channel, held }: InvitedLine): boolean {
  return state === "problem" && channel === "mail" && !held;
}

/** A letter is stopped by not handing it over. */
export function mayStop({ state, channel }: InvitedLine): boolean {
  return channel === "mail" && state !== "withdrawn";
}

export const CHANNELS = ["mail", "letter"] as const;
type Channel = (typeof CHANNELS)[number];

/** What the page's address asks for: null is everything. Pages are counted from 1. */
export type InvitedFilter = {
  readonly state: InvitedState | null;
  readonly channel: Channel | null;
  readonly search: string;
  readonly page: number;
};

/** An address or a form, by its own words. */
type Given = Readonly<Partial<Record<"lage" | "kanal" | "sok" | "sida", unknown>>>;

/** What is none of the choices asks for all, and a page that is none for the first. */
export function readFilter({ lage, kanal, sok, sida }: Given): InvitedFilter {
  return {
    state: INVITED_STATES.find((one) => one === lage) ?? null,
    channel: CHANNELS.find((one) => one === kanal) ?? null,
    search: readSearch(sok).search,
    page: readPage(sida),
  };
}

/** The invitations that a filter asks for, on whatever page. `search`: letters of the unit's name. */
export function found(
  lines: readonly InvitedLine[],
  { state, channel, search }: Omit<InvitedFilter, "page">,
): readonly InvitedLine[] {
  const sought = search.toLocaleLowerCase("sv");
  return lines.filter(
    (line) =>
      (state === null || line.state === state) &&
      (channel === null || line.channel === channel) &&
      line.unit.toLocaleLowerCase("sv").includes(sought),
  );
}
