import { type DocumentItem, questionnaireShape } from "./shapes";

/** An item as the released tables must show it. */
export type Asked = {
  readonly id: string;
  /** How it stands in a unit's result; null: not at all. */
  readonly result: "scale" | "classes" | null;
  /** Which pictures it stands in. */
  readonly picture: "answers" | "background";
  readonly codes: readonly string[];
  /** The classes of its second table; null: it has one table. */
  readonly classes: readonly string[] | null;
  /** Options that one person may choose. */
  readonly choices: number;
  readonly sensitive: readonly string[];
  /** The part of the engagement index that it belongs to. */
  readonly part: string | null;
};

/** The items of a questionnaire that are counted, by id. Throws on what is no questionnaire. */
export function askedIn(document: unknown): ReadonlyMap<string, Asked> {
  const items = questionnaireShape.parse(document).sections.flatMap((section) => section.items);
  return new Map(
    items.filter(({ type }) => type !== "text").map((item) => [item.id, askedOf(item)]),
  );
}

function askedOf(item: DocumentItem): Asked {
  const { id, type, slice, max = 1, classes = {} } = item;
  const options = [
    ...(item.groups ?? []).flatMap((group) => group.options),
    ...(item.options ?? []),
  ];
  const answers = options.filter((option) => option.noAnswer !== true);
  const named = type === "scale10" ? Object.values(classes) : answers.map((one) => one.class ?? "");
  const inClasses = slice === "unit" && type !== "scale5";
  return {
    id,
    result: slice !== "unit" ? null : type === "scale5" ? "scale" : "classes",
    picture: slice === "background" ? "background" : "answers",
    codes: codesOf(type, classes, answers),
    classes: inClasses ? [...new Set(named)] : null,
    choices: type === "multi" ? max : 1,
    sensitive: answers.filter((option) => option.sensitive === true).map(({ code }) => code),
    part: item.index?.name === "hme" ? item.index.part : null,
  };
}

function codesOf(
  type: DocumentItem["type"],
  classes: Readonly<Record<string, string>>,
  answers: readonly { readonly code: string }[],
): readonly string[] {
  if (type === "scale5") return ["1", "2", "3", "4", "5"];
  return type === "scale10" ? Object.keys(classes) : answers.map(({ code }) => code);
}
