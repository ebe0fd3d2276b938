import { codeAt, dayAt, isCode, note, requiredAt, textAt } from "@/lib/imports/cells";
import type { Columns, Row } from "@/lib/imports/table";
import type { Day } from "@/lib/quarters/quarter";

/** A unit as imported and as stored. `validTo` is its last day; null while it is open. */
export type UnitRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
  readonly peerGroup: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Codes of the units that this one continues (rename, merger, split). */
  readonly predecessors: readonly string[];
};

type Column =
  | "code"
  | "name"
  | "kind"
  | "parent_code"
  | "peer_group"
  | "valid_from"
  | "valid_to"
  | "predecessors";

export const UNIT_COLUMNS: Columns<Column> = {
  required: [
    "code",
    "name",
    "kind",
    "parent_code",
    "peer_group",
    "valid_from",
    "valid_to",
    "predecessors",
  ],
  optional: [],
};

/** One line of a `units` file. Several predecessors stand with spaces, `|` or (quoted) commas between. */
export function parseUnit(row: Row<Column>): UnitRow {
  const validFrom = dayAt(row, "valid_from", "required");
  const validTo = dayAt(row, "valid_to", "optional");
  if (validTo !== "" && validTo < validFrom) note(row, "valid_to", "ends-before-start", validFrom);
  const parentCode = textAt(row, "parent_code", Number.POSITIVE_INFINITY);
  if (parentCode !== "" && !isCode(parentCode)) note(row, "parent_code", "bad-code");
  const predecessors = (row.cells.predecessors ?? "").split(/[\s|,]+/).filter((c) => c !== "");
  if (!predecessors.every(isCode)) note(row, "predecessors", "bad-code");
  return {
    code: codeAt(row, "code"),
    name: requiredAt(row, "name", 120),
    kind: requiredAt(row, "kind", 60),
    parentCode: parentCode || null,
    peerGroup: textAt(row, "peer_group", 60) || null,
    validFrom,
    validTo: validTo || null,
    predecessors: [...new Set(predecessors)].sort(),
  };
}
