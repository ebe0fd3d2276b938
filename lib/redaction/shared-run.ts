const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The longest run of words that both texts have, in small letters; punctuation and spaces do not count. */
export function sharedRun(one: string, other: string): readonly string[] {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  let best = { end: 0, length: 0 };
  let above: readonly number[] = [];
  for (const [i, word] of a.entries()) {
    const row = b.map((same, j) => (same === word ? (above[j - 1] ?? 0) + 1 : 0));
    const length = Math.max(0, ...row);
    if (length > best.length) best = { end: i + 1, length };
    above = row;
  }
  return a.slice(best.end - best.length, best.end);
}
