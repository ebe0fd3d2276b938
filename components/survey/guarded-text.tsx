import { useMemo, useRef } from "react";
import type { Finding } from "@/lib/guard/finding";
import { findIdentities } from "@/lib/guard/guard";
import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { Found } from "./found";
import { useNames } from "./guarding";
import { useWording } from "./wording";

type Props = {
  readonly item: Extract<Item, { type: "text" }>;
  readonly given: Answer | undefined;
  readonly onAnswer: (given: Answer | null) => void;
};

/** The text once more behind the field, with a colour under what was found. It also gives the field its height. */
function Marked({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const ends = [0, ...findings.map(({ to }) => to)];
  return (
    <div aria-hidden="true">
      {findings.map(({ from, to }, index) => (
        <span key={`${from} ${to}`}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {`${text.slice(ends.at(-1))}\n`}
    </div>
  );
}

/** Own words, with the room that is left. The field keeps its own text: a render never moves the cursor. */
export function GuardedText({ item, given, onAnswer }: Props) {
  const t = useText();
  const say = useWording();
  const names = useNames();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = typeof given === "string" ? given : "";
  const findings = useMemo(() => findIdentities(text, names), [text, names]);
  const { id, hint, maxLength } = item;
  const show = ({ from, to }: Finding) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  return (
    <div className="q">
      <label htmlFor={id}>{say(item.text)}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {say(hint)}
        </p>
      ) : null}
      <div className="guard">
        <Marked text={text} findings={findings} />
        <textarea
          id={id}
          ref={field}
          className="field"
          maxLength={maxLength}
          defaultValue={text}
          aria-describedby={hint ? `${id}-hint ${id}-count` : `${id}-count`}
          autoComplete="off"
          onInput={(event) => onAnswer(event.currentTarget.value || null)}
        />
      </div>
      <p className="count" id={`${id}-count`}>
        {t("text.count", { n: text.length, max: maxLength })}
      </p>
      <Found id={`${id}-found`} text={text} findings={findings} onShow={show} />
    </div>
  );
}
