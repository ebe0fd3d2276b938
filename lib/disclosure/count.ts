import { formAtoms } from "@/lib/disclosure/atoms";
import { formCells, type Stream } from "@/lib/disclosure/cells";
import { type CountedItem, countedItems } from "@/lib/disclosure/counted-item";
import type { Noise } from "@/lib/disclosure/noise";
import { type NodeId, REGION, type Release, SERIES, type Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { addPerson, emptyTally, type Tally } from "@/lib/disclosure/tally";
import { pooledTexts, pourTexts, type TextPools, textItems, textsOf } from "@/lib/disclosure/texts";
import { carriedTotals, totalsOf } from "@/lib/disclosure/unit-totals";
import type { Waiting } from "@/lib/disclosure/waiting";
import type { TextPool } from "@/lib/disclosure/waiting-texts";
import type { Payload } from "@/lib/sealing/payload";

type Slice = CountedItem["slice"];

/** A count in progress: tallies by unit and series, whose size does not grow with the number of answers. */
export type Counting = {
  readonly rules: RoundRules;
  readonly waiting: Waiting;
  readonly items: Readonly<Record<Slice, readonly CountedItem[]>>;
  readonly textItems: readonly string[];
  readonly units: Map<Series, Map<NodeId, Tally>>;
  readonly background: Map<Series, Tally>;
  readonly texts: TextPools;
  counted: number;
  dropped: number;
};

export type CountResult = {
  readonly release: Release;
  readonly waiting: Waiting;
  /** What this round's people wrote, and how many wrote nothing, where it waits for the redaction desk. */
  readonly texts: readonly TextPool[];
  /** People counted, and payloads refused because the manifest does not list their unit or series. */
  readonly stats: { readonly counted: number; readonly dropped: number };
};

/** Starts a round's count. `waiting` is what the last mix left sealed. */
export function beginCount(rules: RoundRules, waiting: Waiting): Counting {
  const items = countedItems(rules.questionnaire);
  const inSlice = (slice: Slice) => items.filter((item) => item.slice === slice);
  return {
    rules,
    waiting,
    items: { answers: inSlice("answers"), background: inSlice("background") },
    textItems: textItems(rules),
    units: new Map(),
    background: new Map(),
    texts: new Map(),
    counted: 0,
    dropped: 0,
  };
}

/** Adds one opened answer, in place; afterwards the payload is needed no more. */
export function addPayload(counting: Counting, payload: Payload): void {
  const { rules, items } = counting;
  const { unit, series } = payload;
  if (!Object.hasOwn(rules.tree.units, unit) || !rules.series.includes(series)) {
    counting.dropped += 1;
    return;
  }
  counting.counted += 1;
  const units = entry(counting.units, series, () => new Map<NodeId, Tally>());
  const tally = entry(units, `unit:${unit}`, () => emptyTally(items.answers));
  addPerson(tally, items.answers, payload.answers);
  const region = entry(counting.background, series, () => emptyTally(items.background));
  addPerson(region, items.background, payload.answers);
  pourTexts(counting.texts, textsOf(payload, counting.textItems, rules), rules);
}

/**
 * Ends the count: atoms, cells with their noise drawn, and what waits on. The exact counts of `counting`
 * are to be dropped afterwards.
 */
export function finishCount(counting: Counting, noise: Noise): CountResult {
  const { rules, items } = counting;
  const totals = [...counting.units].flatMap(([series, units]) =>
    [...units].map(([node, tally]) =>
      totalsOf(node.slice("unit:".length), series, tally, items.answers, rules),
    ),
  );
  const carried = carriedTotals(counting.waiting.units, items.answers, rules);
  const { atoms, waiting: units } = formAtoms([...carried, ...totals], rules.quarter);
  const formed = STREAMS.filter(({ slice }) => items[slice].length > 0).map((stream) => {
    const left = counting.waiting.cells.filter(
      (one) => one.slice === stream.slice && one.series === stream.series,
    );
    const fresh = freshOf(counting, stream);
    return formCells(stream, fresh, left, items[stream.slice], rules, noise);
  });
  const cells = formed.flatMap((part) => part.cells);
  return {
    release: { quarter: rules.quarter, atoms, cells },
    waiting: { version: 1, units, cells: formed.flatMap((part) => part.waiting) },
    texts: pooledTexts(counting.texts),
    stats: { counted: counting.counted, dropped: counting.dropped },
  };
}

/** Counts a whole round at once. */
export function count(
  payloads: Iterable<Payload>,
  rules: RoundRules,
  waiting: Waiting,
  noise: Noise,
): CountResult {
  const counting = beginCount(rules, waiting);
  for (const payload of payloads) addPayload(counting, payload);
  return finishCount(counting, noise);
}

const STREAMS: readonly Stream[] = SERIES.flatMap((series) => [
  { slice: "answers", series },
  { slice: "background", series },
]);

function freshOf(counting: Counting, { slice, series }: Stream): ReadonlyMap<NodeId, Tally> {
  if (slice === "answers") return counting.units.get(series) ?? new Map();
  const tally = counting.background.get(series);
  return tally === undefined ? new Map() : new Map([[REGION, tally]]);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
