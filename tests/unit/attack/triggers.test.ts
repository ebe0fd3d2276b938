import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SIDES } from "@/lib/attack/ask";
import { WRITTEN_TRIGGERS } from "@/lib/attack/triggers";

/** All migrations of a side, in the order in which they run. */
function migrations(side: string): string {
  const folder = `prisma/${side}/migrations`;
  const names = readdirSync(folder).filter((name) => /^\d{4}_/.test(name));
  return names
    .toSorted()
    .map((name) => readFileSync(`${folder}/${name}/migration.sql`, "utf8"))
    .join("\n");
}

const FUNCTION = /CREATE (?:OR REPLACE )?FUNCTION (\S+?)\(\)[^$]*\$\$(.*?)\$\$/gs;
const TRIGGER =
  /CREATE (?:OR REPLACE )?TRIGGER (\w+)\s[^;]*?\sON (\S+)[^;]*?EXECUTE FUNCTION (\S+?)\(\)/g;

const DROPPED = /DROP TRIGGER (\w+) ON ([\w.]+);/g;

/** What the migrations leave: every trigger, and the checksum of what its function came to do. */
function triggersMade(sql: string): Record<string, string> {
  const does = new Map(
    [...sql.matchAll(FUNCTION)].map(([, name, body = ""]) => [
      name,
      createHash("sha256").update(body).digest("hex"),
    ]),
  );
  const made = [...sql.matchAll(TRIGGER)].map(
    ([, name, table, calls = ""]) =>
      [`${table} ${name}`, does.get(calls) ?? `no function ${calls}`] as const,
  );
  // A name is never made again once it is dropped.
  const dropped = new Set([...sql.matchAll(DROPPED)].map(([, name, table]) => `${table} ${name}`));
  return Object.fromEntries(made.filter(([name]) => !dropped.has(name)));
}

test.each(SIDES)(
  "the self-attack misses any trigger of the %s's migrations: each is named, with what it does",
  (side) => {
    const sql = migrations(side);
    const made = triggersMade(sql);
    const named = Object.keys(made).length + 2 * (sql.match(DROPPED)?.length ?? 0);
    expect(named).toBe(sql.match(/\bTRIGGER\b/g)?.length ?? 0);
    expect(WRITTEN_TRIGGERS[side]).toEqual(made);
  },
);
