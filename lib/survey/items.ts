import type { Item, Option, Questionnaire } from "./questionnaire";

/** Every item of the document, in the order it is asked. */
export function itemsOf(questionnaire: Questionnaire): readonly Item[] {
  return questionnaire.sections.flatMap((section) => section.items);
}

/** Every option of a choice item in the order it is shown, headings flattened; none for scales and text. */
export function optionsOf(item: Item): readonly Option[] {
  switch (item.type) {
    case "single":
      return item.options;
    case "grouped":
      return item.groups.flatMap((group) => group.options);
    case "multi":
      return [...(item.groups ?? []).flatMap((group) => group.options), ...(item.options ?? [])];
    case "scale5":
    case "scale10":
    case "text":
      return [];
  }
}
