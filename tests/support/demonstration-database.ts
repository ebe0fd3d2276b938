import { readFileSync } from "node:fs";
import pg from "pg";
import { z } from "zod";
import { directory } from "./visitor";

const INSTALLATION = z.object({ databasePassword: z.string(), databasePort: z.number() });

/** The rows of a query in a demonstration, the browser tests' if no other is named, as the owner of its databases. */
export async function inDemonstration<T extends pg.QueryResultRow>(
  side: "employer" | "collector",
  sql: string,
  values: readonly string[] = [],
  folder = directory(),
): Promise<T[]> {
  const file: unknown = JSON.parse(readFileSync(`${folder}/installation.json`, "utf8"));
  const { databasePassword: password, databasePort: port } = INSTALLATION.parse(file);
  const at = { host: "127.0.0.1", port, user: "sorti_owner", password };
  const client = new pg.Client({ ...at, database: `sorti_${side}` });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
