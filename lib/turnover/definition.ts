import type { DepartureKind } from "@/lib/departures/kind";
import type { Month } from "./month";

/**
 * The two readings of turnover, always computed side by side.
 * `external` (EXT): permanent employment in the region ended.
 * `externalExcl` (EXT_excl): the same without old-age retirement and death.
 */
export type Reading = "external" | "externalExcl";

export const READINGS = ["external", "externalExcl"] as const satisfies readonly Reading[];

export type DefinitionVersion = "turnover-1";

/** How a kind of departure is counted. */
export type Counted =
  | "both-readings"
  | "external-only"
  /** Never turnover: shown by itself (moves in the region, fixed terms, transfers of undertaking). */
  | "apart";

/** One written definition of turnover. A change is a new version; old figures keep theirs. */
export interface TurnoverDefinition {
  version: DefinitionVersion;
  /** The first month whose figures it applies to; null = from where the data begin. */
  from: Month | null;
  counted: Readonly<Record<DepartureKind, Counted>>;
  /** No rate is given when the mean headcount is below this. */
  smallestMean: number;
}

const DEFINITIONS: Readonly<Record<DefinitionVersion, TurnoverDefinition>> = {
  "turnover-1": {
    version: "turnover-1",
    from: null,
    counted: {
      resignation: "both-readings",
      redundancy: "both-readings",
      other: "both-readings",
      retirement: "external-only",
      death: "external-only",
      internal_move: "apart",
      fixed_term_end: "apart",
      transfer: "apart",
    },
    smallestMean: 5,
  },
};

/** The definition of a version. There is no single national formula, hence the registry. */
export function definitionOf(version: DefinitionVersion): TurnoverDefinition {
  return DEFINITIONS[version];
}

/** Every version, the one in force last first. */
export function definitions(): readonly TurnoverDefinition[] {
  return Object.values(DEFINITIONS).toSorted((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
}

/** The definition that applies to figures up to a month. */
export function definitionAt(month: Month): TurnoverDefinition {
  const inForce = definitions().find(({ from }) => from === null || from <= month);
  return inForce ?? DEFINITIONS["turnover-1"];
}

/** Whether a kind of departure counts as turnover in a reading. */
export function isCounted(
  kind: DepartureKind,
  reading: Reading,
  definition: TurnoverDefinition,
): boolean {
  const counted = definition.counted[kind];
  return counted === "both-readings" || (counted === "external-only" && reading === "external");
}
