import { z } from "zod";
import type { Dice } from "./random";
import raw from "./region.json";

/** What it is like to work there, as those who leave would tell it. */
const climate = z.enum(["ordinary", "strained", "merged", "silent", "stagnant"]);

const unit = z.strictObject({
  code: z.string(),
  name: z.string(),
  parent: z.string(),
  group: z.string(),
  /** Permanent employees, about. */
  staff: z.int().min(5),
  climate: climate.default("ordinary"),
  /** The true yearly rate from `month` (months from the open quarter) on, where it left the group's usual one. */
  change: z.strictObject({ month: z.int(), rate: z.number() }).optional(),
  /** Opened, or closed, at the turn of the year this many years before the open quarter's. */
  opens: z.int().optional(),
  closes: z.int().optional(),
  predecessors: z.array(z.string()).default([]),
  /** Which roll of the unit's dice is told. Only the units that the pages speak of have another than the first. */
  roll: z.int().default(0),
});

const region = z.strictObject({
  name: z.string(),
  operator: z.string(),
  /** Peer group → the true yearly rate of its ordinary units (without retirement and death), and their kind. */
  groups: z.record(z.string(), z.strictObject({ rate: z.number(), kind: z.string() })),
  areas: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  units: z.array(unit),
});

export type UnitSpec = z.infer<typeof unit>;
export type Climate = z.infer<typeof climate>;

/** The demonstration region as it is written down in `region.json`: fictional names, true rates. */
export const SPEC = region.parse(raw);

/** The true yearly rate of external departures (no retirement, no death) in a month. */
export function trueRate(spec: UnitSpec, offset: number): number {
  const usual = SPEC.groups[spec.group]?.rate ?? 0;
  return spec.change && offset >= spec.change.month ? spec.change.rate : usual;
}

/** The dice of one unit: what happens there never moves what happens elsewhere. */
export function unitDice(spec: UnitSpec, dice: Dice): Dice {
  return dice.fork(`${spec.code}#${spec.roll}`);
}
