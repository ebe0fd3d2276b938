import type { QueryResultRow } from "pg";
import { poolOf } from "@/lib/db/clients";
import type { Role } from "@/lib/env";

type Value = string | number | boolean | Uint8Array;

/** A statement under a name of its own: each connection prepares it once. */
export type Statement = { readonly name: string; readonly text: string };

/**
 * Asks what every answer of the survey asks, without the object mapper: for these it costs more than the statement. Over
 * the same connections, as the same role; everything else goes through `db`.
 */
export async function ask<Row extends QueryResultRow>(
  role: Role,
  statement: Statement,
  values: readonly Value[],
): Promise<readonly Row[]> {
  return (await poolOf(role).query<Row>({ ...statement, values: [...values] })).rows;
}
