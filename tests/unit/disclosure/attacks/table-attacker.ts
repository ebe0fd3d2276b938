/** What an attacker sees of a table of counts, as text: equal texts cannot be told apart. */
export type Publish = (table: readonly number[]) => string;

/**
 * Enumerates every way `n` people can have answered, looks at what each would publish, and returns the
 * least number of answers that stay open for somebody, over every publication and every own answer of the
 * insider. `wanted`: the answers that are counted as open (others, such as no answer, are allowed beside).
 *
 * @param knows categories of people whose answers the attacker knows beforehand (retirees, say)
 */
export function leastOpen(
  n: number,
  categories: number,
  publish: Publish,
  insiders: 0 | 1,
  wanted = categories,
  knows: readonly number[] = [],
): number {
  const views = new Map<string, Set<number>>();
  for (const table of allTables(n, categories)) {
    const shown = publish(table);
    for (const { own, rest } of insights(without(table, knows), insiders)) {
      const view = `${shown} ${own}`;
      const open = present(rest).filter((answer) => answer < wanted);
      views.set(view, new Set([...(views.get(view) ?? []), ...open]));
    }
  }
  return Math.min(...[...views.values()].map((open) => open.size));
}

type Insight = { readonly own: number | null; readonly rest: readonly number[] };

/** What each possible insider of a table knows to be their own, and what is left for the others. */
function insights(others: readonly number[] | null, insiders: 0 | 1): readonly Insight[] {
  if (others === null) return [];
  if (insiders === 0) return [{ own: null, rest: others }];
  return present(others).flatMap((own) => {
    const rest = without(others, [own]);
    return rest === null ? [] : [{ own, rest }];
  });
}

function allTables(n: number, categories: number): readonly (readonly number[])[] {
  if (categories === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, here) =>
    allTables(n - here, categories - 1).map((rest) => [here, ...rest]),
  ).flat();
}

function present(table: readonly number[]): readonly number[] {
  return table.flatMap((count, index) => (count > 0 ? [index] : []));
}

function without(table: readonly number[], known: readonly number[]): readonly number[] | null {
  const rest = table.map((count, index) => count - known.filter((one) => one === index).length);
  return rest.some((count) => count < 0) ? null : rest;
}
