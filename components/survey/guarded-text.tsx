import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { useWording } from "./wording";

type Props = {
  readonly item: Extract<Item, { type: "text" }>;
  readonly given: Answer | undefined;
  readonly onAnswer: (given: Answer | null) => void;
};

/** Own words, with the room that is left. The field keeps its own text: a render never moves the cursor. */
export function GuardedText({ item, given, onAnswer }: Props) {
  const t = useText();
  const say = useWording();
  const text = typeof given === "string" ? given : "";
  const { id, hint, maxLength } = item;
  return (
    <div className="q">
      <label htmlFor={id}>{say(item.text)}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {say(hint)}
        </p>
      ) : null}
      <textarea
        id={id}
        className="field"
        rows={6}
        maxLength={maxLength}
        defaultValue={text}
        aria-describedby={hint ? `${id}-hint ${id}-count` : `${id}-count`}
        autoComplete="off"
        onInput={(event) => onAnswer(event.currentTarget.value || null)}
      />
      <p className="count" id={`${id}-count`}>
        {t("text.count", { n: text.length, max: maxLength })}
      </p>
    </div>
  );
}
