/**
 * What a comment can be about, in the order in which the desk and the report name it; the names stand in the
 * catalogue `themes`. A new code joins at its place; one that was used in a release keeps its meaning for good.
 */
export const THEMES = [
  "workload",
  "hours",
  "leadership",
  "heard",
  "colleagues",
  "harassment",
  "pay",
  "development",
  "organisation",
  "surroundings",
  "care",
  "private",
  "good",
  "other",
  "nothing",
] as const;
export type Theme = (typeof THEMES)[number];

/** A comment with this code has no other: there is nothing in it that a theme could name. */
export const NOTHING: Theme = "nothing";

/** Shown, like the harshest reasons, only when at least ten are counted. */
export const HARSH: readonly Theme[] = ["harassment"];

export function isTheme(code: string): code is Theme {
  return THEMES.some((theme) => theme === code);
}
