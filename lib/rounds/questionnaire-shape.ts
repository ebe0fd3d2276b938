import type { Questionnaire } from "@/lib/survey/questionnaire";
import { type Check, dictionary, list, oneOf, strict, text, truth, whole } from "./shape";

const CODE = /^[A-Za-z0-9_]{1,24}$/;
const code = text(CODE);
const localized = dictionary(text(/./su), /^[a-z]{2}(-[a-z]+)?$/);

const option = strict(
  { code, text: localized },
  { class: code, noAnswer: truth, sensitive: truth },
);
const group = strict({ code, text: localized, options: list(option, 1) });
const condition = strict({ item: code }, { oneOf: list(text(), 1), notOneOf: list(text(), 1) });
const index = strict({
  name: oneOf("hme"),
  part: oneOf("motivation", "leadership", "steering"),
});

/** An item has what every item has, and what its type adds. */
const item = (
  type: string,
  slices: readonly string[],
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check =>
  strict(
    { type: oneOf(type), slice: oneOf(...slices), id: code, text: localized, ...required },
    { hint: localized, when: condition, ...optional },
  );

const items: readonly Check[] = [
  item("scale5", ["unit"], {}, { index }),
  item("scale10", ["unit"], { classes: dictionary(code, CODE) }),
  item("single", ["unit", "background"], { options: list(option, 2) }),
  item("grouped", ["unit"], { groups: list(group, 2) }),
  item("multi", ["cells"], { max: whole(1, 5) }, { groups: list(group), options: list(option) }),
  item("text", ["text"], { maxLength: whole(50, 1000) }),
];

const section = strict(
  { id: code, title: localized, items: list((value) => items.some((check) => check(value)), 1) },
  { lead: localized },
);

const questionnaire = strict({
  id: code,
  version: whole(1),
  languages: list(text(), 1),
  title: localized,
  intro: localized,
  classes: dictionary(localized, CODE),
  sections: list(section, 1),
});

/** The same verdict as `questionnaireSchema`, for the page. */
export function isQuestionnaire(value: unknown): value is Questionnaire {
  return questionnaire(value);
}
