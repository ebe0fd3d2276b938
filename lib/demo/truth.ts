import type { Quarter } from "@/lib/quarters/quarter";
import type { Month } from "@/lib/turnover/month";
import { monthAt } from "./calendar";
import { SPEC, trueRate, type UnitSpec } from "./spec";

/**
 * What is true of a unit behind its numbers.
 * `bad`: people truly leave at 15 % a year or more. `raised`: more than in corresponding units, but
 * under that. `fine`: as usual; whatever its numbers look like is chance.
 */
export type UnitTruth = {
  readonly unit: string;
  readonly name: string;
  readonly state: "bad" | "raised" | "fine";
  /** True external departures per employee and year, without retirement and death. */
  readonly rate: number;
  /** The same for the ordinary units of the peer group. */
  readonly usual: number;
  /** The month from which the rate has been this; null = always. */
  readonly since: Month | null;
};

/** The truth of every unit, closed ones included. */
export function unitTruths(open: Quarter): UnitTruth[] {
  return SPEC.units.map((spec) => {
    const rate = trueRate(spec, 0);
    const usual = SPEC.groups[spec.group]?.rate ?? 0;
    const state = stateOf(rate, usual);
    return { unit: spec.code, name: spec.name, state, rate, usual, since: sinceOf(spec, open) };
  });
}

function stateOf(rate: number, usual: number): UnitTruth["state"] {
  if (rate >= 0.15) return "bad";
  return rate > usual ? "raised" : "fine";
}

function sinceOf(spec: UnitSpec, open: Quarter): Month | null {
  return spec.change ? monthAt(open, spec.change.month) : null;
}
