import { CELL_MIN, TEXT_MIN } from "@/lib/disclosure/limits";
import { type NodeId, REGION } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import type { TextPool, Written } from "@/lib/disclosure/waiting-texts";
import { type Quarter, quartersBetween } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Payload } from "@/lib/sealing/payload";
import { itemsOf } from "@/lib/survey/items";

/** The items whose answers are read by the redaction desk instead of counted. */
export function textItems(rules: RoundRules): readonly string[] {
  return itemsOf(rules.questionnaire)
    .filter((item) => item.type === "text")
    .map((item) => item.id);
}

function writtenBy(payload: Payload, items: readonly string[]): Written | null {
  const written = items.flatMap((id) => {
    const text = Object.hasOwn(payload.answers, id) ? payload.answers[id] : undefined;
    return typeof text === "string" && text.trim() !== "" ? [[id, text]] : [];
  });
  return written.length === 0 ? null : Object.fromEntries(written);
}

/** Where a unit's texts wait: never at the unit, at most at its pictured group. */
function nodeOf(unit: string, { tree }: RoundRules): NodeId {
  const group = tree.units[unit];
  return group !== undefined && tree.pictured.includes(group) ? `group:${group}` : REGION;
}

/** What one person wrote, or that nothing was written, as a pool of one person. */
export function textsOf(payload: Payload, items: readonly string[], rules: RoundRules): TextPool {
  const written = writtenBy(payload, items);
  return {
    node: nodeOf(payload.unit, rules),
    series: payload.series,
    from: rules.quarter,
    silent: written === null ? 1 : 0,
    texts: written === null ? [] : [written],
  };
}

type Growing = Omit<TextPool, "silent" | "texts" | "from"> & {
  from: Quarter;
  silent: number;
  readonly texts: Written[];
};
/** Pools that grow as answers are opened, by node and series. */
export type TextPools = Map<string, Growing>;

/** A node as this round's tree has it: what waited at a group that is not pictured any more waits at the region. */
function presentNode(node: NodeId, { tree }: RoundRules): NodeId {
  return tree.pictured.some((group) => node === `group:${group}`) ? node : REGION;
}

/** Adds a pool to those of its node and series, in place. */
export function pourTexts(pools: TextPools, pool: TextPool, rules: RoundRules): void {
  const { series, from } = pool;
  const node = presentNode(pool.node, rules);
  const key = `${node} ${series}`;
  const grown = pools.get(key) ?? { node, series, from, silent: 0, texts: [] };
  pools.set(key, grown);
  grown.silent += pool.silent;
  for (const text of pool.texts) grown.texts.push(text);
  if (quartersBetween(grown.from, from) < 0) grown.from = from;
}

/** The pools with their texts sorted by content: no order of arrival survives, and no dice are needed. */
export function pooledTexts(pools: TextPools): readonly TextPool[] {
  return [...pools.keys()].sort().flatMap((key) => {
    const pool = pools.get(key);
    return pool ? [{ ...pool, texts: sorted(pool.texts) }] : [];
  });
}

/** One pool for each node and series, people added up. */
export function joinedTexts(all: readonly TextPool[], rules: RoundRules): readonly TextPool[] {
  const pools: TextPools = new Map();
  for (const pool of all) pourTexts(pools, pool, rules);
  return pooledTexts(pools);
}

function sorted(texts: readonly Written[]): readonly Written[] {
  return texts
    .map((one) => ({ one, key: canonicalJson(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}

/** Whether the redaction desk may read a pool: ten people who wrote, among thirty who could have. */
export function mayBeRead({ texts, silent }: TextPool): boolean {
  return texts.length >= TEXT_MIN && texts.length + silent >= CELL_MIN;
}
