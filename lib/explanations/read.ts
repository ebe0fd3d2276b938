import {
  type Answers,
  dayBetween,
  dayProblem,
  found,
  type ReadEntry,
  textProblem,
} from "@/lib/entries/answers";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import type { Explanation } from "./explanation";

export const EXPLANATION_FIELDS = ["what", "who", "appliesFrom", "expires", "evidence"] as const;
export type ExplanationField = (typeof EXPLANATION_FIELDS)[number];

/** What a person writes; unit, day of signing and signature are added by whoever keeps it. */
export type ExplanationEntry = Omit<Explanation, "id" | "unitCode" | "notedOn">;

/** Longest texts, in characters. */
export const MOST_EXPLANATION = { what: 120, who: 80, evidence: 600 } as const;

/** An explanation is renewed or let go within two years: else it would stand for ever. */
const MOST_DAYS = 731;

/** The explanation in a form, or what is wrong with each field. `today`: the day it is signed. */
export function readExplanation(
  given: Answers<ExplanationField>,
  today: Day,
): ReadEntry<ExplanationEntry, ExplanationField> {
  const { what, who, appliesFrom, expires, evidence } = given;
  const problems = found({
    what: textProblem(what, MOST_EXPLANATION.what),
    who: textProblem(who, MOST_EXPLANATION.who),
    appliesFrom: dayProblem(appliesFrom),
    expires: dayBetween(expires, appliesFrom, shiftDay(today, MOST_DAYS)),
    evidence: textProblem(evidence, MOST_EXPLANATION.evidence),
  });
  return Object.keys(problems).length > 0 ? { problems } : { entry: given };
}
