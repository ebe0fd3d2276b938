import { createGunzip, gzipSync } from "node:zlib";
import { z } from "zod";
import { type Departure, forgotten, isHistory } from "@/lib/departures/departure";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { batches } from "@/lib/imports/batches";
import type { KindPlan } from "@/lib/imports/kind-plan";
import { type Change, type LongPlan, type Plan, writtenRows } from "@/lib/imports/plan";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import { SIGNALS } from "@/lib/signals/signal";
import { packedPlan } from "@/lib/units/headcount-plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import { packedChanges } from "@/lib/units/packed-headcount";

/** So long an import can be taken back, days; then what it replaced is forgotten. */
export const UNDO_DAYS = 7;

const text = z.string();

const unit = z.object({
  ...{ code: text, name: text, kind: text, parentCode: text.nullable() },
  ...{ peerGroup: text.nullable(), validFrom: text, validTo: text.nullable() },
  predecessors: z.array(text),
});

const headcount = z.object({
  ...{ unitCode: text, month: text, staffGroup: text, permanent: z.number() },
});

const departure = z.object({
  ...{ pseudonym: text, unitCode: text, lastDay: text, kind: z.enum(DEPARTURE_KINDS) },
  ...{ email: text.nullable(), privateEmail: text.nullable(), language: text },
  delivery: z.enum(["mail", "letter", "none"]),
  protected: z.boolean(),
  // What was kept before files had the column knows none.
  staffGroup: text.default(""),
});

const signal = z.object({
  ...{ unitCode: text, period: text, signal: z.enum(SIGNALS) },
  ...{ value: z.number(), answers: z.number().nullable() },
});

const planOf = <R extends z.ZodObject>(row: R) =>
  z.object({
    added: z.array(row),
    changed: z.array(z.object({ before: row, after: row, fields: z.array(row.keyof()) })),
    unchanged: z.number(),
    removed: z.array(row),
  });

const packed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("units"), plan: planOf(unit) }),
  z.object({ kind: z.literal("headcount"), plan: planOf(headcount) }),
  z.object({ kind: z.literal("departures"), plan: planOf(departure) }),
  z.object({ kind: z.literal("signals"), plan: planOf(signal) }),
]);

/**
 * What an import did, kept so that it can be taken back. Addresses that are to be forgotten before that time is
 * over are left out: taken back, such a departure comes as it would be by then.
 */
export function packUndo(planned: KindPlan, today: Day): Uint8Array<ArrayBuffer> {
  const kept = planned.kind === "departures" ? withoutExpiring(planned, today) : planned;
  // Pieces of gzip in a row are gzip: the text of a large file is never in memory as a whole.
  const pieces = Array.from(textPieces(kept), (text) => gzipSync(text, { level: 1 }));
  return new Uint8Array(Buffer.concat(pieces));
}

const ROWS_A_PIECE = 20_000;

/** The JSON text of a plan, some rows at a time, each piece on a line of its own. */
function* textPieces({ kind, plan }: KindPlan): Generator<string> {
  yield `{"kind":"${kind}","plan":{"unchanged":${plan.unchanged}`;
  for (const name of LISTS) {
    yield `\n,"${name}":[`;
    let comma = "";
    for (const rows of batches<unknown>(plan[name], ROWS_A_PIECE)) {
      yield `\n${comma}${JSON.stringify(rows).slice(1, -1)}`;
      comma = ",";
    }
    yield "\n]";
  }
  yield "\n}}";
}

const LISTS = ["added", "changed", "removed"] as const;

/** What `packUndo` kept. The months of a large file are read piece by piece and packed as they come. */
export async function unpackUndo(bytes: Uint8Array): Promise<KindPlan> {
  const text: string[] = [];
  const months = packedPlan();
  let [unchanged, list] = [0, ""];
  for await (const line of linesOf(bytes)) {
    const begins = /^,"(added|changed|removed)":\[$/.exec(line);
    const head = /^\{"kind":"headcount","plan":\{"unchanged":(\d+)$/.exec(line);
    if (head) [unchanged, list] = [Number(head[1]), "none"];
    else if (list === "") text.push(line);
    else if (begins) list = begins[1] ?? "";
    else if (!/^[\]}]/.test(line)) months.add(monthsIn(list, line.replace(/^,/, "")));
  }
  if (list === "") return packed.parse(JSON.parse(text.join("\n"))) as KindPlan;
  return { kind: "headcount", plan: { ...months.whole(), unchanged } };
}

/** The lines of a compressed text, of which no more than one is in memory. */
async function* linesOf(bytes: Uint8Array): AsyncGenerator<string> {
  const gunzip = createGunzip();
  gunzip.end(bytes);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of gunzip) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

const parts = planOf(headcount).omit({ unchanged: true }).partial();

function monthsIn(list: string, rows: string): Plan<HeadcountRow> {
  const part = parts.parse(JSON.parse(`{"${list}":[${rows}]}`));
  return { added: [], changed: [], removed: [], ...part, unchanged: 0 } as Plan<HeadcountRow>;
}

function withoutExpiring(planned: Extract<KindPlan, { kind: "departures" }>, today: Day): KindPlan {
  const last = shiftDay(today, UNDO_DAYS);
  const kept = (row: Departure) => (isHistory(row, last) ? { ...row, ...forgotten } : row);
  const { added, changed, unchanged, removed } = planned.plan;
  return {
    kind: "departures",
    plan: {
      added: added.map(kept),
      changed: changed.map(({ before, after, fields }) => ({
        before: kept(before),
        after: kept(after),
        fields,
      })),
      unchanged,
      removed: removed.map(kept),
    },
  };
}

/** The plan that takes an import back: what was added goes, what was changed or removed comes as it was. */
export function inverse(done: KindPlan): KindPlan {
  switch (done.kind) {
    case "units":
      return { kind: done.kind, plan: turned(done.plan) };
    case "headcount":
      return { kind: done.kind, plan: turnedMonths(done.plan) };
    case "departures":
      return { kind: done.kind, plan: turned(done.plan) };
    case "signals":
      return { kind: done.kind, plan: turned(done.plan) };
  }
}

const back = <R>({ before, after, fields }: Change<R>): Change<R> => {
  return { before: after, after: before, fields };
};

function turned<R>({ added, changed, removed }: Plan<R>): Plan<R> {
  return { added: removed, changed: changed.map(back), unchanged: 0, removed: added };
}

function turnedMonths({ added, changed, removed }: LongPlan<HeadcountRow>): LongPlan<HeadcountRow> {
  const changes = packedChanges();
  for (const change of changed) changes.add(back(change));
  return { added: removed, changed: changes, unchanged: 0, removed: added };
}

/**
 * How many of an import's rows are no longer as it left them: a later import has changed them, and would be
 * overwritten. `nowOf`: the stored row as text, by the name of a row; undefined when there is none.
 */
export function changedSince<R>(
  { added, changed, removed }: Plan<R>,
  nowOf: (row: R) => string | undefined,
  textOf: (row: R) => string,
): number {
  const left = writtenRows({ added, changed });
  const changedRows = left.filter((row) => nowOf(row) !== textOf(row));
  const returned = removed.filter((row) => nowOf(row) !== undefined);
  return changedRows.length + returned.length;
}
