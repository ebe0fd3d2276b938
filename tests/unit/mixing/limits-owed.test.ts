import fc from "fast-check";
import { expect, test } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import { count } from "@/lib/disclosure/count";
import type { Limits, Release } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import { MIX_MINIMUM } from "@/lib/mixing/carried";
import { limitsOwed } from "@/lib/mixing/limits-owed";
import { collected, ROUNDS, solve } from "../audit/collected";
import { payload, SILENT } from "../disclosure/small-survey";

/** How many answer in A and B, and what they are promised. */
type Given = { readonly a: number; readonly b: number; readonly limits: Limits };

const limits = fc.record({
  k: fc.integer({ min: 5, max: 14 }),
  c: fc.constantFrom<0 | 1>(0, 1),
});
const rounds = fc.array(fc.record({ a: fc.nat({ max: 9 }), b: fc.nat({ max: 9 }), limits }), {
  minLength: ROUNDS.length,
  maxLength: ROUNDS.length,
});

type Owed = typeof limitsOwed;

type Waits = Record<"A" | "B", number>;

/** Results of fewer people, or under less, than somebody in them was promised; `waits` is moved on. */
function shownTooEarly(
  { atoms, quarter }: Release,
  waits: Waits,
  people: readonly string[],
  k: number,
): string[] {
  const promised = (unit: "A" | "B") =>
    people.includes(unit) ? Math.max(waits[unit], k) : waits[unit];
  return (["A", "B"] as const).flatMap((unit) => {
    const atom = atoms.find((one) => one.unit === unit);
    const least = promised(unit);
    waits[unit] = atom ? 0 : least;
    return atom && Math.min(atom.k, atom.n) < least ? [`${unit} ${quarter}`] : [];
  });
}

/** Quarter after quarter as the mix goes: rounds of fewer than ten are carried over. */
function mixed(given: readonly Given[], owed: Owed) {
  const all: RoundRules[] = ROUNDS.map((one, i) => ({
    ...one,
    limits: given[i]?.limits ?? one.limits,
  }));
  const past: Release[] = [];
  const told: { quarter: RoundRules["quarter"]; counted: number; manifest: { limits: Limits } }[] =
    [];
  // Who waits in a unit, and the strictest k that any of them was promised.
  const waits: Waits = { A: 0, B: 0 };
  const broken: string[] = [];
  let waiting: Waiting = NOTHING_WAITING;
  let carried = { a: 0, b: 0, k: 0 };
  for (const [i, round] of all.entries()) {
    const { a = 0, b = 0 } = given[i] ?? {};
    const here = { a: a + carried.a, b: b + carried.b, k: Math.max(carried.k, round.limits.k) };
    const { quarter } = round;
    if (here.a + here.b < MIX_MINIMUM) {
      told.push({ quarter, counted: 0, manifest: round });
      past.push({ quarter, atoms: [], cells: [] });
      carried = here;
      continue;
    }
    const people = [...Array(here.a).fill("A"), ...Array(here.b).fill("B")];
    const rules = { ...round, limits: owed({ quarter, counted: null, manifest: round }, told) };
    const result = count(
      people.map((unit) => payload(unit, { meaning: 3 })),
      rules,
      waiting,
      SILENT,
    );
    broken.push(...shownTooEarly(result.release, waits, people, here.k));
    past.push(result.release);
    told.push({ quarter, counted: people.length, manifest: round });
    waiting = result.waiting;
    carried = { a: 0, b: 0, k: 0 };
  }
  const found = collected(all, past, 0);
  const counts = found.rounds.map((one, i) => ({ ...one, counted: told[i]?.counted ?? null }));
  const leaks = attackReleases({ ...found, rounds: counts }, solve).filter(
    ({ rule }) => rule === "too-few",
  );
  return { broken, leaks, atoms: past.flatMap(({ atoms }) => atoms).length };
}

test("no answer is ever shown under weaker limits than it was given under, however they change and are carried over", () => {
  let atoms = 0;
  fc.assert(
    fc.property(rounds, (given) => {
      const { broken, leaks, atoms: formed } = mixed(given, limitsOwed);
      expect({ broken, leaks }).toEqual({ broken: [], leaks: [] });
      atoms += formed;
    }),
    { seed: 7, numRuns: 100 },
  );
  expect(atoms).toBeGreaterThan(50);
});

/** Four answers in A are promised ten; carried over, they meet four that are promised eight. */
const CARRIED: readonly Given[] = [
  { a: 4, b: 0, limits: { k: 10, c: 1 } },
  { a: 4, b: 6, limits: { k: 8, c: 1 } },
];

test("broken on purpose, and caught: answers that were carried over are counted under their new round's weaker limits", () => {
  expect(mixed(CARRIED, limitsOwed)).toMatchObject({ broken: [], leaks: [] });
  const careless = mixed(CARRIED, ({ manifest }) => manifest.limits);
  expect(careless.broken).toEqual([`A ${ROUNDS[1]?.quarter}`]);
  expect(careless.leaks.map(({ where }) => where)).toEqual([`atom A leaver ${ROUNDS[1]?.quarter}`]);
});

test("a quarter that counted somebody ends what it owes to those before it", () => {
  const quarter = (n: number, k: number, counted: number | null) => ({
    quarter: `2026-Q${n}` as RoundRules["quarter"],
    counted,
    manifest: { limits: { k, c: 0 as const } },
  });
  const [one, two, three] = [quarter(1, 12, 0), quarter(2, 10, 30), quarter(3, 9, 0)];
  expect(limitsOwed(quarter(4, 8, null), [one, two, three])).toEqual({ k: 9, c: 0 });
  expect(limitsOwed(three, [one, two])).toEqual({ k: 9, c: 0 });
  expect(limitsOwed(two, [one])).toEqual({ k: 12, c: 0 });
});
