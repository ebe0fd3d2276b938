import { carryOver } from "@/lib/survey/answers";
import type { Answer, Answers } from "@/lib/survey/questionnaire";
import { sendable } from "@/lib/survey/size";
import { tooMany } from "./choices";
import { pagesOf } from "./parts";
import type { Person, Round, Stage, Visit } from "./stage";

/** A unit or series outside the manifest's lists would mark the answer like a tag, so it is never sent. */
export function isKnown(round: Round, person: Person): boolean {
  const { tree, series } = round.manifest;
  return Object.hasOwn(tree.units, person.unit) && series.includes(person.series);
}

/** The farthest place that can be reached: an unknown unit, or too many choices, is put right first. */
function farthest(visit: Visit): number {
  if (!isKnown(visit.round, visit.person)) return 0;
  const pages = pagesOf(visit);
  const wrong = pages.findIndex((page) => tooMany(page, visit.answers).length > 0);
  return wrong < 0 ? pages.length + 1 : wrong + 1;
}

/** Goes to a place, as near as the visit allows. */
export function moved(stage: Stage, place: number): Stage {
  if (stage.at !== "answering") return stage;
  return { ...stage, place: Math.min(Math.max(place, 0), farthest(stage.visit)) };
}

/** Sets, replaces or (with `null`) removes one answer. `declined` only marks what a scale shows as chosen. */
export function answered(
  stage: Stage,
  item: string,
  given: Answer | null,
  declined = false,
): Stage {
  if (stage.at !== "answering") return stage;
  const { [item]: _, ...others } = stage.visit.answers;
  const rest = stage.visit.declined.filter((id) => id !== item);
  return {
    ...stage,
    visit: {
      ...stage.visit,
      answers: given === null ? others : { ...others, [item]: given },
      declined: declined ? [...rest, item] : rest,
    },
  };
}

/** The person corrects unit or series. */
export function corrected(stage: Stage, person: Person): Stage {
  return stage.at === "answering" ? { ...stage, visit: { ...stage.visit, person } } : stage;
}

/** What is sealed: valid answers on the person's path, text without blank ends and characters nobody sees. */
export function answersToSend(visit: Visit): Answers {
  const trimmed = Object.fromEntries(
    Object.entries(visit.answers).map(([id, given]) => [
      id,
      typeof given === "string" ? sendable(given) : given,
    ]),
  );
  return carryOver(visit.round.questionnaire, trimmed);
}

/** Whether leaving now would lose something. */
export function hasUnsent(stage: Stage): boolean {
  if (stage.at === "sending") return true;
  return (
    stage.at === "answering" && !stage.visit.preview && Object.keys(stage.visit.answers).length > 0
  );
}
