import { NO_TEXT } from "@/lib/disclosure/theme-table";
import book from "./code-book.json";

/** A theme with its name in every language. `sensitive`: shown only when at least ten are counted. */
export type Theme = {
  readonly code: string;
  readonly name: Readonly<Record<string, string>>;
  readonly sensitive?: boolean;
};

/**
 * What a comment can be about, in the order in which the desk and the report name it, and at the end those who wrote
 * none. A new code joins at its place; one that was used in a release keeps its meaning for good.
 */
export const CODE_BOOK: readonly Theme[] = book;

/** The themes that a reader can give a comment. */
export const READERS_THEMES = CODE_BOOK.filter(({ code }) => code !== NO_TEXT);

export const THEMES: readonly string[] = READERS_THEMES.map(({ code }) => code);

/** A comment with this code has no other: there is nothing in it that a theme could name. */
export const NOTHING = "nothing";

export function isTheme(code: string): boolean {
  return THEMES.includes(code);
}

/** A theme's name in a language. */
export function themeName(code: string, language: string): string {
  return CODE_BOOK.find((theme) => theme.code === code)?.name[language] ?? code;
}
