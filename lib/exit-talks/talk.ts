import type { DepartureKind } from "@/lib/departures/kind";

/** With whom a person may choose to talk. */
export const HOLDERS = ["manager", "managers-manager", "hr"] as const;

export type Holder = (typeof HOLDERS)[number];

/** `offered`: the mail went, nothing chosen yet. `wished` and `declined`: the person chose. `held`: HR noted it. */
export const TALK_STATES = ["offered", "wished", "declined", "held"] as const;
export type TalkState = (typeof TALK_STATES)[number];

/** What a person chooses. `contact`: how to reach them, in their own words; empty when HR already knows. */
export type Choice =
  | { readonly state: "wished"; readonly holder: Holder; readonly contact: string }
  | { readonly state: "declined" };

/** Long enough for a number and a good time to ring. */
export const MOST_CONTACT = 200;

export type ChoiceProblem = "nothing-chosen" | "contact-too-long";

/** Reads the form: a choice, or what is wrong with it. */
export function readChoice(given: {
  readonly with: unknown;
  readonly contact: unknown;
}): Choice | ChoiceProblem {
  if (given.with === "none") return { state: "declined" };
  const holder = HOLDERS.find((one) => one === given.with);
  if (!holder) return "nothing-chosen";
  const contact = typeof given.contact === "string" ? given.contact.trim() : "";
  return contact.length > MOST_CONTACT ? "contact-too-long" : { state: "wished", holder, contact };
}

/** Whom the region's rule promises a talk: those who resign from a permanent post or retire. */
export const RULE_KINDS = ["resignation", "retirement"] as const satisfies readonly DepartureKind[];

/** Why somebody under the rule has no offer: it goes with the letter, with the mail, or there is no invitation. */
type Missing = "letter" | "mail" | "uninvited";

/** One who leaves under the rule. `talk`: null when none was offered. */
export type UnderRule = {
  readonly talk: TalkState | null;
  readonly channel: "mail" | "letter" | null;
};

export type Coverage = Readonly<Record<TalkState | Missing | "leavers" | "everOffered", number>>;

/** How many under the rule were offered a talk, what became of it, and why the others were not; each counted once. */
export function coverageOf(people: readonly UnderRule[]): Coverage {
  const offered = people.filter(({ talk }) => talk !== null);
  const rest = people.filter(({ talk }) => talk === null);
  const became = (state: TalkState) => offered.filter(({ talk }) => talk === state).length;
  const missing = (by: UnderRule["channel"]) => rest.filter(({ channel }) => channel === by).length;
  return {
    leavers: people.length,
    everOffered: offered.length,
    offered: became("offered"),
    wished: became("wished"),
    declined: became("declined"),
    held: became("held"),
    letter: missing("letter"),
    mail: missing("mail"),
    uninvited: missing(null),
  };
}
