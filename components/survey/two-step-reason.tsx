import { useState } from "react";
import { groupOf } from "@/lib/answering/choices";
import type { Answer, Item } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { OptionRow } from "./option-row";
import { useWording } from "./wording";

type Grouped = Extract<Item, { type: "grouped" }>;
type Props = {
  readonly item: Grouped;
  readonly given: Answer | undefined;
  readonly onAnswer: (given: Answer | null) => void;
};

function Reasons({ item, group, given, onAnswer }: Props & { group: Grouped["groups"][number] }) {
  const t = useText();
  const say = useWording();
  const which = t("reason.which", { group: say(group.text) });
  return (
    <fieldset className="sub">
      <legend>{which}</legend>
      {group.options.map((option) => (
        <OptionRow
          key={option.code}
          name={`${item.id}-reason`}
          text={say(option.text)}
          checked={given === option.code}
          onChoose={() => onAnswer(option.code)}
        />
      ))}
    </fieldset>
  );
}

/** First an area under its neutral name, then the reason; an area with one reason needs no second step. */
export function TwoStepReason(props: Props) {
  const { item, given, onAnswer } = props;
  const say = useWording();
  const [opened, setOpened] = useState(groupOf(item, given));
  const choose = (group: Grouped["groups"][number]) => {
    setOpened(group.code);
    const [only, ...more] = group.options;
    const kept = group.options.some(({ code }) => code === given) && given !== undefined;
    if (!kept) onAnswer(only && more.length === 0 ? only.code : null);
  };
  return (
    <div className="opts">
      {item.groups.map((group) => (
        <div key={group.code}>
          <OptionRow
            name={`${item.id}-area`}
            text={say(group.text)}
            checked={opened === group.code}
            onChoose={() => choose(group)}
          />
          {opened === group.code && group.options.length > 1 ? (
            <Reasons {...props} group={group} />
          ) : null}
        </div>
      ))}
    </div>
  );
}
