import { type NodeId, REGION, type Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import type { Payload } from "@/lib/sealing/payload";
import { itemsOf } from "@/lib/survey/items";

/** What one person wrote, separated from every other answer; never the unit, at most its pictured group. */
export type Texts = {
  readonly node: NodeId;
  readonly series: Series;
  /** text item id → what was written */
  readonly texts: Readonly<Record<string, string>>;
};

/** The items whose answers are read by the redaction desk instead of counted. */
export function textItems(rules: RoundRules): readonly string[] {
  return itemsOf(rules.questionnaire)
    .filter((item) => item.type === "text")
    .map((item) => item.id);
}

/** A person's texts, or null when nothing was written. */
export function textsOf(
  payload: Payload,
  items: readonly string[],
  rules: RoundRules,
): Texts | null {
  const written = items.flatMap((id) => {
    const text = Object.hasOwn(payload.answers, id) ? payload.answers[id] : undefined;
    return typeof text === "string" && text.trim() !== "" ? [[id, text]] : [];
  });
  if (written.length === 0) return null;
  const group = rules.tree.units[payload.unit];
  const pictured = group !== undefined && rules.tree.pictured.includes(group);
  return {
    node: pictured ? `group:${group}` : REGION,
    series: payload.series,
    texts: Object.fromEntries(written),
  };
}

/** Sorted by content: the order says nothing about arrival, and needs no dice. */
export function unordered(texts: readonly Texts[]): readonly Texts[] {
  return texts
    .map((one) => ({ one, key: JSON.stringify([one.node, one.series, one.texts]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}
