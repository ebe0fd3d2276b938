import { answersToSend, partsOf } from "@/lib/answering/moves";
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
      {partsOf(visit).map(({ id, title, items }, index) => (
        <li key={id}>
          <span>
            <b>{say(title)}</b>
            {t("review.count", {
              n: items.filter((item) => answers[item.id] !== undefined).length,
              total: items.length,
            })}
          </span>
          <button
            type="button"
            className="link"
            aria-label={t("review.changePart", { part: say(title) })}
            onClick={() => onGo(index + 1)}
          >
            {t("review.change")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The last page before anything leaves the device. */
export function Review({ visit, onGo, onSend }: Props) {
  const t = useText();
  const day = useDay();
  const { limits, receivingStops } = visit.round.manifest;
  const last = partsOf(visit).length;
  return (
    <>
      <Progress n={last + 1} total={last + 1} />
      <Heading>{t("review.title")}</Heading>
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
