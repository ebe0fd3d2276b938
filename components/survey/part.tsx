import { useState } from "react";
import { tooMany } from "@/lib/answering/choices";
import type { Visit } from "@/lib/answering/stage";
import type { Answer, Section } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { ErrorSummary } from "./error-summary";
import { Go } from "./go";
import { Heading } from "./heading";
import { Progress } from "./progress";
import { Question } from "./question";
import { useWording } from "./wording";

type Props = {
  readonly visit: Visit;
  readonly section: Section;
  readonly place: number;
  readonly onAnswer: (item: string, given: Answer | null, declined?: boolean) => void;
  readonly onBack?: () => void;
  readonly onContinue: () => void;
};

function useErrors(section: Section, visit: Visit) {
  const t = useText();
  return tooMany(section, visit.answers).map(({ item, n, max }) => ({
    field: item,
    text: t("errors.tooMany", { n, max }),
  }));
}

/** One page of a part: a question or two on one subject, all of which may be skipped. */
export function Part({ visit, section, place, onAnswer, onBack, onContinue }: Props) {
  const t = useText();
  const say = useWording();
  const errors = useErrors(section, visit);
  const [tried, setTried] = useState(0);
  const shown = tried > 0 ? errors : [];
  const goOn = () => {
    setTried(tried + 1);
    onContinue();
  };
  return (
    <>
      <Progress visit={visit} place={place} />
      <Heading about="progress">{say(section.title)}</Heading>
      {shown.length > 0 ? <ErrorSummary key={tried} errors={shown} /> : null}
      {section.lead ? <p>{say(section.lead)}</p> : null}
      {section.items.map((item) => (
        <Question
          key={item.id}
          item={item}
          given={visit.answers[item.id]}
          declined={visit.declined.includes(item.id)}
          error={shown.find(({ field }) => field === item.id)?.text ?? null}
          onAnswer={(given, declined) => onAnswer(item.id, given, declined)}
        />
      ))}
      {section.items.some(({ type }) => type === "text") ? (
        <p className="hint">{t("text.stays")}</p>
      ) : null}
      <Go {...(onBack ? { onBack } : {})} onContinue={goOn} />
    </>
  );
}
