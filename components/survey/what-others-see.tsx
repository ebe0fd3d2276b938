import { answersToSend } from "@/lib/answering/moves";
import type { Visit } from "@/lib/answering/stage";
import { exampleClass, exampleMean, exampleReason } from "@/lib/disclosure/example";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { useFigure, useWording } from "./wording";

type Row = { readonly title: string; readonly you: string; readonly they: string };

function useAnswerWords(): (item: Item, given: Answer | undefined) => string {
  const say = useWording();
  return (item, given) => {
    if (typeof given === "number") return String(given);
    const chosen = typeof given === "object" ? given : [given];
    const options = optionsOf(item).filter(({ code }) => chosen.includes(code));
    return options.map(({ text }) => say(text)).join(", ");
  };
}

/** What becomes of a scale, in figures that the release's own code gives for made-up answers beside this one. */
function useScaleSentence(visit: Visit): (given: Answer | undefined) => string {
  const t = useText();
  const say = useFigure();
  const { limits } = visit.round.manifest;
  return (given) => {
    const own = typeof given === "number" ? given : undefined;
    const { people, mixed, alike } = exampleMean(limits, own);
    const words = { mean: say(mixed, 1), bound: say(alike, 1) };
    return t("review.scaleText", { k: limits.k, n: people, ...words });
  };
}

/** The same of the most important reason: its kind in the unit's result, the reason itself in a picture. */
function useReasonSentence(visit: Visit): (item: Item, given: Answer | undefined) => string {
  const t = useText();
  const wording = useWording();
  const say = useFigure();
  const { manifest, questionnaire } = visit.round;
  return (item, given) => {
    const reasons = optionsOf(item).filter(({ noAnswer }) => !noAnswer);
    const reason = reasons.find(({ code }) => code === given) ?? reasons[0];
    if (!reason) return "";
    const kind = exampleClass(manifest.limits);
    const picture = exampleReason(reason);
    return t("review.reasonText", {
      group: wording(questionnaire.classes[reason.class ?? ""] ?? reason.text),
      count: say(kind.mixed),
      n: kind.people,
      bound: say(kind.alike),
      about: say(picture.count),
      people: say(picture.people),
    });
  };
}

/** One example of each kind of figure, on the person's own answers. */
function useRows(visit: Visit): readonly Row[] {
  const t = useText();
  const say = useWording();
  const words = useAnswerWords();
  const ofScale = useScaleSentence(visit);
  const ofReason = useReasonSentence(visit);
  const answers = answersToSend(visit);
  const items = itemsOf(visit.round.questionnaire);
  const you = (item: Item) => words(item, answers[item.id]);
  const first = (type: Item["type"]) => {
    const some = items.filter((item) => item.type === type);
    return some.find((item) => answers[item.id] !== undefined) ?? some[0];
  };
  const [scale, reason] = [first("scale5"), first("grouped")];
  const background = items.filter((item) => item.slice === "background").map(you);
  const characters = items
    .filter((item) => item.type === "text")
    .reduce((n, { id }) => n + String(answers[id] ?? "").length, 0);
  return [
    ...(scale
      ? [
          {
            title: t("review.quote", { text: say(scale.text) }),
            you: you(scale),
            they: ofScale(answers[scale.id]),
          },
        ]
      : []),
    ...(reason
      ? [
          {
            title: t("review.reason"),
            you: you(reason),
            they: ofReason(reason, answers[reason.id]),
          },
        ]
      : []),
    {
      title: t("review.background"),
      you: background.filter(Boolean).join(". "),
      they: t("review.backgroundText"),
    },
    {
      title: t("review.words"),
      you: characters > 0 ? t("review.wordsChars", { n: characters }) : "",
      they: t("review.wordsText"),
    },
  ];
}

/** What the person answered beside what becomes of it. */
export function WhatOthersSee({ visit }: { visit: Visit }) {
  const t = useText();
  return (
    <dl className="see">
      {useRows(visit).map(({ title, you, they }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <span>{t("review.you")}</span>
            <span>{you || t("review.none")}</span>
            <span>{t("review.they")}</span>
            <span>{they}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
