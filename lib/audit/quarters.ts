/** A quarter such as `2026-Q3` on a number line; the attacker counts for itself. */
export function ordinal(quarter: string): number {
  const [year, number] = quarter.split("-Q");
  return Number(year) * 4 + Number(number);
}
