import type { NameFilter } from "./bloom";
import { dateFindings } from "./dates";
import type { Finding } from "./finding";
import { nameFindings } from "./names";
import { numberFindings } from "./numbers";
import { onlyFindings } from "./only";

/**
 * Passages that may say who the writer or somebody else is, in the text's order, none inside another.
 * Where two overlap the earlier and longer one stands. `names`: `null` until the page has fetched it.
 */
export function findIdentities(text: string, names: NameFilter | null): readonly Finding[] {
  const all = [
    ...numberFindings(text),
    ...dateFindings(text),
    ...onlyFindings(text),
    ...(names ? nameFindings(text, names) : []),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Finding[] = [];
  for (const finding of all) {
    if (finding.from >= (kept.at(-1)?.to ?? 0)) kept.push(finding);
  }
  return kept;
}
