import type { Page } from "@playwright/test";

/** A table with more rows than this is long. */
const LONG = 12;

/**
 * Every row of a long table that is made as an earlier one of the same table is: the same elements in the same order,
 * filled or empty alike, with the same attributes but for those that say which row it is; an even one like an even
 * one. What differs is words, so what is wrong with one is wrong with the other. The last row is no twin.
 */
const TWINS = `[...document.querySelectorAll("tbody")].flatMap(({ rows }) => {
  const which = /^(id|href|value|data-.*)$/;
  const part = (element) => [
    element.tagName,
    element.textContent.trim() === "",
    ...[...element.attributes].map(({ name, value }) => which.test(name) ? name : name + value),
  ].join(" ");
  const met = new Set();
  return [...rows].slice(0, rows.length > ${LONG} ? -1 : 0).filter((row, place) => {
    const made = [row, ...row.querySelectorAll("*")].map(part).join() + place % 2;
    return met.has(made) || !met.add(made);
  });
})`;

/**
 * Puts empty rows where the twins are, on a page without a script: whoever looks for faults looks at the others. A
 * page with one may not have begun yet, and finds its rows as they came.
 */
export async function hideTwins(page: Page): Promise<void> {
  await page.evaluate(`{
    const rows = document.scripts.length > 0 ? [] : ${TWINS};
    const left = rows.map((row) => [row, document.createElement("tr")]);
    for (const [row, empty] of left) {
      empty.hidden = true;
      row.replaceWith(empty);
    }
    globalThis.twins = left;
  }`);
}

export async function showTwins(page: Page): Promise<void> {
  await page.evaluate("for (const [row, empty] of globalThis.twins) empty.replaceWith(row)");
}
