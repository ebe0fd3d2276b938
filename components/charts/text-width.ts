/** Widths in em of a grotesque's letters by group; the rest are 0.57. Errs on the wide side. */
const GROUPS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!]/, 0.28],
  [/[ftr()\s/–-]/, 0.36],
  [/[mwMW%]/, 0.89],
  [/[A-ZÅÄÖ]/, 0.7],
];

/** A text on lines of at most `room` px, broken between words; a longer word stands alone. */
export function linesOf(text: string, room: number, size = 13): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, false, size) <= room)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How wide a text of chart size is, without a browser to ask: an upper estimate in px. */
export function textWidth(text: string, strong = false, size = 13): number {
  const em = [...text].reduce(
    (sum, letter) => sum + (GROUPS.find(([group]) => group.test(letter))?.[1] ?? 0.57),
    0,
  );
  return em * size * (strong ? 1.08 : 1);
}
