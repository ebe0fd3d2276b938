import { toggled } from "@/lib/answering/choices";
import type { Answer, Item, Option } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";
import { OptionRow } from "./option-row";
import { useWording } from "./wording";

type Choices = Extract<Item, { type: "multi" }>;
type Props = {
  readonly item: Choices;
  readonly given: Answer | undefined;
  readonly onAnswer: (given: Answer | null) => void;
};

type Group = NonNullable<Choices["groups"]>[number];

function Options({ item, given, onAnswer, options }: Props & { options: readonly Option[] }) {
  const say = useWording();
  const chosen = typeof given === "object" ? given : [];
  return options.map((option) => (
    <OptionRow
      key={option.code}
      many
      name={item.id}
      text={say(option.text)}
      checked={chosen.includes(option.code)}
      onChoose={() => onAnswer(toggled(item, chosen, option.code))}
    />
  ));
}

/** A heading that opens its reasons; what is chosen inside is said on it. */
function Folded(props: Props & { group: Group }) {
  const t = useText();
  const say = useWording();
  const { group, given } = props;
  const chosen = typeof given === "object" ? given : [];
  const n = group.options.filter(({ code }) => chosen.includes(code)).length;
  const name = say(group.text);
  return (
    <details className="fold">
      <summary>{n > 0 ? t("multi.inGroup", { group: name, n }) : name}</summary>
      <div className="sub">
        <Options {...props} options={group.options} />
      </div>
    </details>
  );
}

/** Several choices, under headings where the document has them; headings with one choice are the choice. */
export function Multi(props: Props) {
  const t = useText();
  const { item, given } = props;
  const n = typeof given === "object" ? given.length : 0;
  return (
    <>
      <p className="hint" role="status">
        {n > 0 ? t("multi.chosen", { n, max: item.max }) : ""}
      </p>
      <div className="opts">
        {(item.groups ?? []).map((group) =>
          group.options.length === 1 ? (
            <Options key={group.code} {...props} options={group.options} />
          ) : (
            <Folded key={group.code} {...props} group={group} />
          ),
        )}
        <Options {...props} options={item.options ?? []} />
      </div>
    </>
  );
}
