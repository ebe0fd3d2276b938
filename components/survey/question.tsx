import type { ReactNode } from "react";
import { choosesSensitive } from "@/lib/answering/choices";
import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { GuardedText } from "./guarded-text";
import { Multi } from "./multi";
import { OptionRow } from "./option-row";
import { Scale } from "./scale";
import { SignPosts } from "./sign-posts";
import { TwoStepReason } from "./two-step-reason";
import { useWording } from "./wording";

export type QuestionProps = {
  readonly item: Item;
  readonly given: Answer | undefined;
  readonly declined: boolean;
  readonly error: string | null;
  readonly onAnswer: (given: Answer | null, declined?: boolean) => void;
};

type Of<T extends Item["type"]> = QuestionProps & { readonly item: Extract<Item, { type: T }> };

function Single({ item, given, onAnswer }: Of<"single">) {
  const say = useWording();
  return (
    <div className="opts">
      {item.options.map(({ code, text }) => (
        <OptionRow
          key={code}
          name={item.id}
          text={say(text)}
          checked={given === code}
          onChoose={() => onAnswer(code)}
        />
      ))}
    </div>
  );
}

function Choosing(props: QuestionProps): ReactNode {
  const t = useText();
  const { item } = props;
  switch (item.type) {
    case "scale5":
      return (
        <Scale
          {...props}
          name={item.id}
          from={1}
          to={5}
          low={t("scale.low")}
          high={t("scale.high")}
        />
      );
    case "scale10":
      return (
        <Scale
          {...props}
          name={item.id}
          from={0}
          to={10}
          low={t("scale.lowTen")}
          high={t("scale.highTen")}
        />
      );
    case "single":
      return <Single {...props} item={item} />;
    case "grouped":
      return <TwoStepReason {...props} item={item} />;
    case "multi":
      return <Multi {...props} item={item} />;
    case "text":
      return null;
  }
}

/** One item with its words, its hint and what is wrong with the answer, whatever its kind. */
export function Question(props: QuestionProps) {
  const say = useWording();
  const { item, given, error } = props;
  if (item.type === "text") return <GuardedText {...props} item={item} />;
  const described = [item.hint ? `${item.id}-hint` : "", error ? `${item.id}-error` : ""];
  return (
    <>
      <fieldset
        className="q"
        id={item.id}
        tabIndex={-1}
        aria-describedby={described.join(" ").trim() || undefined}
      >
        <legend>{say(item.text)}</legend>
        {item.hint ? (
          <p className="hint" id={`${item.id}-hint`}>
            {say(item.hint)}
          </p>
        ) : null}
        {error ? (
          <p className="error" id={`${item.id}-error`}>
            {error}
          </p>
        ) : null}
        <Choosing {...props} />
      </fieldset>
      {choosesSensitive(item, given) ? <SignPosts /> : null}
    </>
  );
}
