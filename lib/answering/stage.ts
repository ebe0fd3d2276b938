import type { Series } from "@/lib/disclosure/release";
import type { Day } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import type { Answers, Questionnaire } from "@/lib/survey/questionnaire";

/** A round whose manifest both custodians signed. `hash`: SHA-256 of the manifest's text. */
export type Round = {
  readonly manifest: Manifest;
  readonly hash: Uint8Array;
  readonly questionnaire: Questionnaire;
};

/** Where the person worked and how they leave; the person may correct it. */
export type Person = { readonly unit: string; readonly series: Series };

/**
 * One person at the survey. `declined`: scales answered with "don't know or prefer not to say".
 * `preview`: somebody without a link looks at the questions, and nothing can be sent.
 */
export type Visit = {
  readonly round: Round;
  readonly person: Person;
  readonly language: string;
  readonly until: Day;
  readonly answers: Answers;
  readonly declined: readonly string[];
  readonly preview: boolean;
};

/** Something that may work if tried again; nothing is lost. */
export type Trouble = "offline" | "slow-down" | "server";

/** Why a link opens nothing now. `paused` and `closed`: between two quarters, until a day that is known or is not. */
export type TurnedAway =
  | { readonly why: "unknown-link" | "expired" | "closed" }
  | { readonly why: "not-yet" | "paused"; readonly from: Day };

/** Why an answer cannot be received, ever. */
export type Lost = "already-used" | "outside-window" | "unknown-link" | "too-late" | "refused";

/** Everything the page can be doing. */
export type Stage =
  | { readonly at: "loading" }
  | { readonly at: "unreachable" }
  | { readonly at: "refused"; readonly reason: string }
  | {
      readonly at: "start";
      readonly round: Round;
      readonly hasLink: boolean;
      readonly waiting: boolean;
      readonly trouble: Trouble | null;
    }
  | { readonly at: "turned-away"; readonly reply: TurnedAway }
  /** `place` 0: unit and series; 1…n: the pages of questions; n + 1: the review. */
  | { readonly at: "answering"; readonly visit: Visit; readonly place: number }
  | { readonly at: "sending"; readonly trouble: Trouble | null }
  /** `resumed`: sent after a reload, so perhaps not by the person who now looks. */
  | {
      readonly at: "sent";
      readonly receipt: string;
      readonly until: Day;
      readonly resumed: boolean;
    }
  | { readonly at: "lost"; readonly why: Lost };
