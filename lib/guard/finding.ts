/** Why a passage may say who somebody is; `email` is any address or account. The words for each stand in the page's catalogue. */
export type FindingKind = "personnummer" | "phone" | "email" | "name" | "only" | "date";

/** A passage of the text: UTF-16 offsets, `to` exclusive. */
export type Finding = { readonly kind: FindingKind; readonly from: number; readonly to: number };

/**
 * A letter of the languages that the patterns are written in, for patterns that ignore case: Unicode's own class costs
 * a slow phone a millisecond for each place it stands in, when the first key is pressed.
 */
export const LETTER = "[a-zà-ÿ]";

type Conditions = {
  /** What must not stand right before the passage. (Older phones have no look-behind in patterns.) */
  readonly notAfter: RegExp;
  readonly keep?: (found: RegExpExecArray) => boolean;
};

/** Every match of the pattern (with the flag `g`) that its conditions allow, none inside another. */
export function matches(
  kind: FindingKind,
  text: string,
  pattern: RegExp,
  { notAfter, keep = () => true }: Conditions,
): readonly Finding[] {
  const found: Finding[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) {
    const from = one.index;
    const allowed = !notAfter.test(text.slice(Math.max(0, from - 1), from)) && keep(one);
    if (allowed) found.push({ kind, from, to: from + one[0].trimEnd().length });
    else pattern.lastIndex = from + 1;
  }
  return found;
}
