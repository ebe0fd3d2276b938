/** What is known of a unit when it is asked who goes on after it. */
export type LineageUnit = {
  readonly code: string;
  readonly name: string;
  /** Its last day; null while it has none. */
  readonly validTo: string | null;
  readonly predecessors: readonly string[];
};

/** Whether a unit's last day has passed. */
export function hasClosed({ validTo }: Pick<LineageUnit, "validTo">, today: string): boolean {
  return validTo !== null && validTo < today;
}

/**
 * The units that go on after one that has closed: those that name it as a predecessor, or, where such a one has closed
 * too, those after it. Empty where nothing goes on; each once, in the order they are given.
 */
export function heirsOf<U extends LineageUnit>(
  code: string,
  units: readonly U[],
  today: string,
): readonly U[] {
  const reached = new Set<string>();
  const ahead = [code];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const unit of units) {
      if (!unit.predecessors.includes(next) || reached.has(unit.code)) continue;
      reached.add(unit.code);
      if (hasClosed(unit, today)) ahead.push(unit.code);
    }
  }
  return units.filter((unit) => reached.has(unit.code) && !hasClosed(unit, today));
}
