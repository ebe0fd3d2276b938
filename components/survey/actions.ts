import type { Person } from "@/lib/answering/stage";
import type { Answer } from "@/lib/survey/questionnaire";

/** What a person can do; the session decides what becomes of it. */
export type Actions = {
  readonly begin: () => void;
  /** A letter's code; false: mistyped. */
  readonly enter: (typed: string) => boolean;
  readonly look: () => void;
  readonly answer: (item: string, given: Answer | null, declined?: boolean) => void;
  readonly correct: (person: Person) => void;
  readonly go: (place: number) => void;
  readonly send: () => void;
  readonly retry: () => void;
  readonly beginAnew: () => void;
  readonly known: () => void;
  readonly copy: (text: string) => Promise<void>;
};
