import type { Change, Rows } from "@/lib/imports/plan";
import type { HeadcountRow } from "./headcount-row";

/** Rows of headcount laid down as numbers: sixteen bytes a row, where an object takes ten times as much. */
export type PackedHeadcount = Rows<HeadcountRow> & {
  readonly add: (row: HeadcountRow) => void;
  /** Each unit's rows, in the order of the units' first rows; a unit's own in the order in which they were added. */
  readonly byUnit: () => Generator<readonly HeadcountRow[]>;
};

/** Numbers texts in the order in which they first come. */
function numbered() {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    of: (text: string): number => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    text: (number: number | undefined): string => texts[number ?? -1] ?? "",
  };
}

/** A column of whole numbers that grows. */
function column() {
  let numbers = new Int32Array(1024);
  return {
    set: (at: number, value: number) => {
      if (at === numbers.length) {
        const more = new Int32Array(2 * numbers.length);
        more.set(numbers);
        numbers = more;
      }
      numbers[at] = value;
    },
    at: (at: number): number => numbers[at] ?? 0,
  };
}

/** An empty list of headcount, to be added to. */
export function packedHeadcount(): PackedHeadcount {
  const [units, months, groups] = [numbered(), numbered(), numbered()];
  const [unitAt, monthAt, groupAt, permanentAt] = [column(), column(), column(), column()];
  let length = 0;
  const rowAt = (at: number): HeadcountRow => ({
    unitCode: units.text(unitAt.at(at)),
    month: months.text(monthAt.at(at)),
    permanent: permanentAt.at(at),
    staffGroup: groups.text(groupAt.at(at)),
  });
  return {
    get length() {
      return length;
    },
    add: ({ unitCode, month, permanent, staffGroup }) => {
      unitAt.set(length, units.of(unitCode));
      monthAt.set(length, months.of(month));
      groupAt.set(length, groups.of(staffGroup));
      permanentAt.set(length, permanent);
      length += 1;
    },
    slice: (from = 0, to = length) => {
      const end = Math.min(to, length);
      return Array.from({ length: Math.max(0, end - from) }, (_, i) => rowAt(from + i));
    },
    *[Symbol.iterator]() {
      for (let at = 0; at < length; at += 1) yield rowAt(at);
    },
    *byUnit() {
      const order = Int32Array.from({ length }, (_, at) => at).sort(
        (a, b) => unitAt.at(a) - unitAt.at(b) || a - b,
      );
      for (let from = 0; from < length; ) {
        const unit = unitAt.at(order[from] ?? 0);
        let to = from;
        while (to < length && unitAt.at(order[to] ?? 0) === unit) to += 1;
        yield Array.from(order.subarray(from, to), rowAt);
        from = to;
      }
    },
  };
}

/** Changes of headcount as the rows before and after, of the same length. */
export type PackedChanges = Rows<Change<HeadcountRow>> & {
  readonly add: (change: Change<HeadcountRow>) => void;
};

/** An empty list of changes. Only the number of people can differ: all else names the row. */
export function packedChanges(): PackedChanges {
  const [before, after] = [packedHeadcount(), packedHeadcount()];
  const changed = (old: HeadcountRow, now: HeadcountRow): Change<HeadcountRow> => {
    return { before: old, after: now, fields: ["permanent"] };
  };
  const slice = (from?: number, to?: number) => {
    const now = after.slice(from, to);
    return before.slice(from, to).flatMap((old, i) => (now[i] ? [changed(old, now[i])] : []));
  };
  return {
    get length() {
      return after.length;
    },
    add: (change) => {
      before.add(change.before);
      after.add(change.after);
    },
    slice,
    *[Symbol.iterator]() {
      for (let at = 0; at < after.length; at += SOME) yield* slice(at, at + SOME);
    },
  };
}

const SOME = 1_000;
