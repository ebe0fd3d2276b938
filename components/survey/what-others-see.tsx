import { answersToSend } from "@/lib/answering/moves";
import type { Visit } from "@/lib/answering/stage";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { useWording } from "./wording";

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

/** One example of each kind of figure, on the person's own answers. */
function useRows(visit: Visit): readonly Row[] {
  const t = useText();
  const say = useWording();
  const words = useAnswerWords();
  const { k } = visit.round.manifest.limits;
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
            they: t("review.scaleText", { k }),
          },
        ]
      : []),
    ...(reason
      ? [{ title: t("review.reason"), you: you(reason), they: t("review.reasonText") }]
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
