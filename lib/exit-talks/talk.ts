/** With whom a person may choose to talk. */
export const HOLDERS = ["manager", "managers-manager", "hr"] as const;

export type Holder = (typeof HOLDERS)[number];

/** `offered`: the mail went, nothing chosen yet. `wished` and `declined`: the person chose. `held`: HR noted it. */
export type TalkState = "offered" | "wished" | "declined" | "held";

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

export type Coverage = Readonly<Record<TalkState | "departures", number>> & {
  /** All who were offered one, whatever came of it. */
  readonly everOffered: number;
};

/** How many of those who left were offered a talk, and what became of it; each counted once. */
export function coverageOf(states: readonly TalkState[], departures: number): Coverage {
  const count = (state: TalkState) => states.filter((one) => one === state).length;
  return {
    departures,
    everOffered: states.length,
    offered: count("offered"),
    wished: count("wished"),
    declined: count("declined"),
    held: count("held"),
  };
}
