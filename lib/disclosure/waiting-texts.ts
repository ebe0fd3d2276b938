import { z } from "zod";
import { type NodeId, REGION, SERIES } from "@/lib/disclosure/release";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));
const node = z.custom<NodeId>(
  (value) => value === REGION || (typeof value === "string" && /^group:./.test(value)),
);
/** What one person wrote: text item id → text. */
const written = z.record(z.string(), z.string());
const series = z.enum(SERIES);

const textPool = z.strictObject({
  node,
  series,
  /** The round in which the pool began. */
  from: quarter,
  /** People since then who wrote nothing. */
  silent: z.int().min(0),
  texts: z.array(written),
});

/** The sealed texts' plaintext since the desk was built. */
const waitingTexts = z.strictObject({ version: z.literal(2), pools: z.array(textPool) });
/** As mixes wrote it before: a list of people, and nothing about those who were silent. */
const formerTexts = z.array(z.strictObject({ node, series, texts: written }));

export type Written = Readonly<z.infer<typeof written>>;

/** What people of one node and series wrote, apart from all their other answers, and how many wrote nothing. */
export type TextPool = {
  readonly node: NodeId;
  readonly series: z.infer<typeof series>;
  readonly from: Quarter;
  readonly silent: number;
  readonly texts: readonly Written[];
};

/** The plaintext that waits between two mixes. */
export const textsToSeal = (pools: readonly TextPool[]) => ({ version: 2, pools });

/**
 * Reads it back. Of texts that were sealed before, those who were silent are not known: they count as none, and
 * the texts as the round's that left them (`before`). Throws when it is neither form.
 */
export function readWaitingTexts(value: unknown, before: Quarter): readonly TextPool[] {
  if (!Array.isArray(value)) return waitingTexts.parse(value).pools;
  return formerTexts
    .parse(value)
    .map(({ node, series, texts }) => ({ node, series, from: before, silent: 0, texts: [texts] }));
}
