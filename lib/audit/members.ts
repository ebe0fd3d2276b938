import type { Leak } from "./leak";
import { nameOfAtom, type Published, type Round } from "./published";
import { ordinal } from "./quarters";
import type { Atom } from "./shapes";

/** Answers of a unit that wait for a result: those given from a quarter on, and until one. */
type Waiting = { readonly unit: string; readonly from: number; readonly until: number };

/** The people that a result is about, as far as anybody can tell: unit, series and quarter of their answers. */
export type Members = { readonly atom: Atom; readonly groups: readonly string[] };

/** Totals that have not become a result in this many quarters are destroyed. */
const LONGEST = 20;

const OPEN = Number.POSITIVE_INFINITY;

/**
 * Works out from published spans, trees and mergers alone who stands in which result. A unit's answers wait
 * from the quarter after its last result; a unit merged into another brings along what waited for it. A span
 * that begins earlier than that can explain is taken at its word: then the same people stand in two results.
 */
export function membersOf({ rounds, atoms }: Published): {
  readonly members: readonly Members[];
  readonly leaks: readonly Leak[];
} {
  const ofRound = byQuarter(atoms);
  const waits = new Map<string, readonly Waiting[]>();
  const known = new Map(rounds.map((round) => [round.at, round]));
  const begins = beginsOf(rounds);
  const members = rounds.flatMap((round) => {
    for (const series of round.series) beginRound(waits, round, series);
    return (ofRound.get(round.at) ?? []).map((atom) => ({
      atom,
      groups: groupsOf(atom, round, waits),
    }));
  });
  const leaks = atoms.flatMap((atom): readonly Leak[] => {
    const [where, span] = [nameOfAtom(atom), ordinal(atom.to) - ordinal(atom.from)];
    if (!known.has(ordinal(atom.to))) return [{ rule: "unknown-round", where }];
    const wrong = span < 0 || span >= LONGEST || isBefore(atom, known, begins);
    return wrong ? [{ rule: "wrong-span", where }] : [];
  });
  return { members, leaks };
}

/** Whether a span begins before anybody could answer for the unit, or for one that was merged into it. */
function isBefore(atom: Atom, rounds: ReadonlyMap<number, Round>, begins: Begins): boolean {
  const merged = rounds.get(ordinal(atom.to))?.merged ?? {};
  const old = Object.keys(merged).filter((code) => targetOf(code, merged) === atom.unit);
  const first = Math.min(...[atom.unit, ...old].map((code) => begins.get(code) ?? OPEN));
  return first < OPEN && ordinal(atom.from) < first;
}

/** Each unit's first round. */
type Begins = ReadonlyMap<string, number>;

function beginsOf(rounds: readonly Round[]): Begins {
  const newest = rounds
    .toReversed()
    .flatMap(({ tree, at }) => Object.keys(tree.units).map((unit) => [unit, at] as const));
  return new Map(newest);
}

function byQuarter(atoms: readonly Atom[]): ReadonlyMap<number, readonly Atom[]> {
  const found = new Map<number, Atom[]>();
  for (const atom of atoms) {
    const to = ordinal(atom.to);
    const same = found.get(to);
    if (same) same.push(atom);
    else found.set(to, [atom]);
  }
  return found;
}

const keyOf = (series: string, unit: string) => `${series} ${unit}`;

/** New units begin to wait; what waits for merged ones goes where the manifest says. */
function beginRound(waits: Map<string, readonly Waiting[]>, round: Round, series: string): void {
  const { tree, merged, at } = round;
  for (const unit of Object.keys(tree.units)) {
    const key = keyOf(series, unit);
    if (!waits.has(key)) waits.set(key, [{ unit, from: at, until: OPEN }]);
  }
  for (const old of Object.keys(merged)) {
    const moved = waits.get(keyOf(series, old)) ?? [];
    const into = keyOf(series, targetOf(old, merged));
    const kept = moved.map((one) => ({ ...one, until: Math.min(one.until, at - 1) }));
    const here = waits.get(into);
    if (here !== undefined && into !== keyOf(series, old)) waits.set(into, [...here, ...kept]);
    if (Object.hasOwn(tree.units, old)) {
      waits.set(keyOf(series, old), [{ unit: old, from: at, until: OPEN }]);
    } else waits.delete(keyOf(series, old));
  }
}

/** The unit that a code means after all mergers. */
function targetOf(code: string, merged: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let unit = code;
  while (Object.hasOwn(merged, unit) && !seen.has(unit)) {
    seen.add(unit);
    unit = merged[unit] ?? unit;
  }
  return unit;
}

/** The groups in one result; afterwards its unit waits from the next quarter on. */
function groupsOf(atom: Atom, round: Round, waits: Map<string, readonly Waiting[]>): string[] {
  const { unit, series } = atom;
  const [from, to] = [ordinal(atom.from), round.at];
  const place = unitsAt(unit, round);
  if (place !== null) return place.flatMap((one) => quarters({ unit: one, from, until: to }, atom));
  const key = keyOf(series, unit);
  const waiting = waits.get(key) ?? [];
  waits.set(key, [{ unit, from: to + 1, until: OPEN }]);
  const since = Math.min(...waiting.map((one) => one.from));
  if (from < since) return quarters({ unit, from, until: to }, atom);
  return waiting.flatMap((one) => quarters(one, atom));
}

/** The units of a group or of the region, should anybody publish a result of one; null for a unit. */
function unitsAt(place: string, { tree }: Round): readonly string[] | null {
  if (Object.hasOwn(tree.units, place)) return null;
  const units = Object.entries(tree.units);
  if (place === "region") return units.map(([unit]) => unit);
  const within = units.filter(([, group]) => place === `group:${group}`);
  return within.length === 0 ? null : within.map(([unit]) => unit);
}

function quarters({ unit, from, until }: Waiting, atom: Atom): string[] {
  const first = Math.max(from, ordinal(atom.from));
  const last = Math.min(until, ordinal(atom.to));
  const length = Math.max(0, last - first + 1);
  return Array.from({ length }, (_, step) => `${unit} ${atom.series} ${first + step}`);
}
