import { pagesOf } from "@/lib/answering/parts";
import type { Stage } from "@/lib/answering/stage";
import type { Actions } from "./actions";
import { Check } from "./check";
import { Part } from "./part";
import { Review } from "./review";

type Props = {
  readonly stage: Extract<Stage, { at: "answering" }>;
  readonly actions: Actions;
};

/** The person's place in the survey: unit, pages of questions, review. */
export function Answering({ stage, actions }: Props) {
  const { visit, place } = stage;
  const section = pagesOf(visit)[place - 1];
  if (place === 0) {
    return <Check visit={visit} onCorrect={actions.correct} onContinue={() => actions.go(1)} />;
  }
  if (!section) return <Review visit={visit} onGo={actions.go} onSend={actions.send} />;
  return (
    <Part
      key={section.id}
      visit={visit}
      section={section}
      place={place}
      onAnswer={actions.answer}
      {...(visit.preview && place === 1 ? {} : { onBack: () => actions.go(place - 1) })}
      onContinue={() => actions.go(place + 1)}
    />
  );
}
