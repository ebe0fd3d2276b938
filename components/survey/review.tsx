import { answersToSend } from "@/lib/answering/moves";
import { pagesOf, partsOf } from "@/lib/answering/parts";
import type { Visit } from "@/lib/answering/stage";
import { useText } from "./catalogue";
import { Go } from "./go";
import { Heading } from "./heading";
import { Progress } from "./progress";
import { WhatOthersSee } from "./what-others-see";
import { useDay, useWording } from "./wording";

type Props = {
  readonly visit: Visit;
  readonly onGo: (place: number) => void;
  readonly onSend: () => void;
};

/** Each part, how much of it is answered, and the way back into it. */
function Parts({ visit, onGo }: Pick<Props, "visit" | "onGo">) {
  const t = useText();
  const say = useWording();
  const answers = answersToSend(visit);
  return (
    <ul className="parts">
      {partsOf(visit).map(({ place, pages }) => {
        const part = say(pages[0]?.title ?? {});
        const items = pages.flatMap((page) => page.items);
        const n = items.filter((item) => answers[item.id] !== undefined).length;
        return (
          <li key={place}>
            <span>
              <b>{part}</b>
              {t("review.count", { n, total: items.length })}
            </span>
            <button
              type="button"
              className="link"
              aria-label={t("review.changePart", { part })}
              onClick={() => onGo(place)}
            >
              {t("review.change")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The last page before anything leaves the device. */
export function Review({ visit, onGo, onSend }: Props) {
  const t = useText();
  const day = useDay();
  const { limits, receivingStops } = visit.round.manifest;
  const last = pagesOf(visit).length;
  return (
    <>
      <Progress visit={visit} place={last + 1} />
      <Heading about="progress">{t("review.title")}</Heading>
      <p>{t("review.lead", { k: limits.k })}</p>
      <WhatOthersSee visit={visit} />
      <h2>{t("review.answers")}</h2>
      <Parts visit={visit} onGo={onGo} />
      {visit.preview ? (
        <p className="note">{t("review.preview")}</p>
      ) : (
        <p className="note">{t("review.note", { until: day(receivingStops) })}</p>
      )}
      <Go
        onBack={() => onGo(last)}
        {...(visit.preview ? {} : { onContinue: onSend, label: t("review.send") })}
      />
    </>
  );
}
