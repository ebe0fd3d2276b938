/** One row that an import would alter, and the names of the fields that differ. */
export type Change<R> = {
  readonly before: R;
  readonly after: R;
  readonly fields: readonly (keyof R & string)[];
};

/** What an import would do: plain data, to be shown and confirmed before anything is written. */
export type Plan<R> = {
  readonly added: readonly R[];
  readonly changed: readonly Change<R>[];
  readonly unchanged: number;
  readonly removed: readonly R[];
};

/** Rows that are read from first to last, or some at a time: an array is such, and so is what is packed. */
export type Rows<R> = Iterable<R> & {
  readonly length: number;
  readonly slice: (from?: number, to?: number) => readonly R[];
};

/** A plan whose lists may be too long to hold as arrays. */
export type LongPlan<R> = {
  readonly added: Rows<R>;
  readonly changed: Rows<Change<R>>;
  readonly unchanged: number;
  readonly removed: Rows<R>;
};

/** How rows of one kind are recognised, compared, and found to be left out. */
export type Matching<R> = {
  readonly keyOf: (row: R) => string;
  readonly differing: (before: R, after: R) => readonly (keyof R & string)[];
  /** Whether the file speaks for this stored row, so that leaving it out removes it. */
  readonly covers: (stored: R) => boolean;
};

/** Compares what is stored with a file's rows. Importing the same rows again gives an empty plan. */
export function planByKey<R>(
  stored: readonly R[],
  rows: readonly R[],
  matching: Matching<R>,
): Plan<R> {
  const left = new Map(stored.map((row) => [matching.keyOf(row), row]));
  const added: R[] = [];
  const changed: Change<R>[] = [];
  let unchanged = 0;
  for (const after of rows) {
    const key = matching.keyOf(after);
    const before = left.get(key);
    left.delete(key);
    const fields = before === undefined ? [] : matching.differing(before, after);
    if (before === undefined) added.push(after);
    else if (fields.length > 0) changed.push({ before, after, fields });
    else unchanged += 1;
  }
  return { added, changed, unchanged, removed: [...left.values()].filter(matching.covers) };
}

/** The rows as they stand once a plan is carried out: those that it adds, and those that it changes. */
export function writtenRows<R>({
  added,
  changed,
}: Pick<Plan<R>, "added" | "changed">): readonly R[] {
  return [...added, ...changed.map(({ after }) => after)];
}

/** Whether there is nothing to write. */
export function isEmpty(
  plan: Readonly<Record<"added" | "changed" | "removed", { readonly length: number }>>,
): boolean {
  return plan.added.length + plan.changed.length + plan.removed.length === 0;
}

type Listed<S> = { readonly count: number; readonly first: readonly S[] };

/** A plan in short: how many of each, and the first few as they may be shown. */
export type PlanSummary<S> = {
  readonly added: Listed<S>;
  readonly changed: Listed<{
    readonly before: S;
    readonly after: S;
    readonly fields: readonly string[];
  }>;
  readonly unchanged: number;
  readonly removed: Listed<S>;
};

/** Sums up a plan; `show` leaves out what the reader must not see (addresses, pseudonyms). */
export function planSummary<R, S>(
  plan: LongPlan<R>,
  show: (row: R) => S,
  atMost = 20,
): PlanSummary<S> {
  const listed = (rows: Rows<R>) => ({
    count: rows.length,
    first: rows.slice(0, atMost).map(show),
  });
  const changes = plan.changed.slice(0, atMost).map(({ before, after, fields }) => ({
    before: show(before),
    after: show(after),
    fields,
  }));
  return {
    added: listed(plan.added),
    changed: { count: plan.changed.length, first: changes },
    unchanged: plan.unchanged,
    removed: listed(plan.removed),
  };
}
