import type { Quarter } from "@/lib/quarters/quarter";
import type { UnitRow } from "@/lib/units/row";
import { dayAt, januaryOffset } from "./calendar";
import { SPEC, type UnitSpec } from "./spec";

/** Calendar years of history before the open quarter's own year. */
const YEARS = 5;

/** The months (as offsets from the open quarter's first) in which a unit exists: `first` ≤ offset < `end`. */
export function lifeOf(spec: UnitSpec, open: Quarter): { first: number; end: number } {
  return {
    first: januaryOffset(open, spec.opens ?? YEARS),
    end: spec.closes === undefined ? 3 : januaryOffset(open, spec.closes),
  };
}

/** The region, its areas and its units, parents before children. */
export function unitRows(open: Quarter): UnitRow[] {
  const whole = {
    peerGroup: null,
    validFrom: dayAt(open, januaryOffset(open, YEARS), 1),
    validTo: null,
    predecessors: [],
  };
  return [
    { code: "REG", name: SPEC.name, kind: "region", parentCode: null, ...whole },
    ...SPEC.areas.map((area) => ({ ...area, kind: "area", parentCode: "REG", ...whole })),
    ...SPEC.units.map((spec) => unitRow(spec, open)),
  ];
}

function unitRow(spec: UnitSpec, open: Quarter): UnitRow {
  const { first, end } = lifeOf(spec, open);
  return {
    code: spec.code,
    name: spec.name,
    kind: SPEC.groups[spec.group]?.kind ?? "",
    parentCode: spec.parent,
    peerGroup: spec.group,
    validFrom: dayAt(open, first, 1),
    validTo: spec.closes === undefined ? null : dayAt(open, end - 1, 31),
    predecessors: spec.predecessors,
  };
}
