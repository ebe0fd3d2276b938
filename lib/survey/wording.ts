import type { Localized } from "./questionnaire";

/**
 * A text of the document in one language, with `{name}` replaced. A language it lacks falls back to its first.
 */
export function wording(
  text: Localized,
  language: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const sentence = text[language] ?? Object.values(text)[0] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
