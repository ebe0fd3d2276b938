import type { Ask, Leak, Side } from "./ask";
import { EXPECTED_RIGHTS } from "./expected-rights";

/** Everybody who can log in and is neither superuser nor owner, and PUBLIC, which everybody is. */
const ROLES = `
  WITH roles AS (
    SELECT rolname::text AS role FROM pg_roles
    WHERE NOT rolsuper AND rolname NOT LIKE 'pg\\_%'
      AND oid <> (SELECT datdba FROM pg_database WHERE datname = current_database())
    UNION ALL SELECT 'public'
  ), outside AS (
    SELECT oid, nspname::text FROM pg_namespace
    WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_t%'
  )`;

const RELATIONS = `${ROLES}, relations AS (
    SELECT c.oid, c.relkind, n.nspname || '.' || c.relname AS name
    FROM pg_class c JOIN outside n ON n.oid = c.relnamespace
  )
  SELECT role, 'table ' || name AS object, verb
  FROM roles, relations, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER','MAINTAIN']) verb
  WHERE relkind IN ('r','p','v','m','f') AND has_table_privilege(role, relations.oid, verb)
  UNION ALL
  SELECT role, 'columns ' || name, verb || '(' || string_agg(attname, ',' ORDER BY attname) || ')'
  FROM roles, relations, unnest(ARRAY['SELECT','INSERT','UPDATE','REFERENCES']) verb, pg_attribute a
  WHERE relkind IN ('r','p','v','m','f') AND a.attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
    AND NOT has_table_privilege(role, relations.oid, verb)
    AND has_column_privilege(role, relations.oid, attnum, verb)
  GROUP BY role, name, verb
  UNION ALL
  SELECT role, 'sequence ' || name, verb
  FROM roles, relations, unnest(ARRAY['USAGE','SELECT','UPDATE']) verb
  WHERE relkind = 'S' AND has_sequence_privilege(role, relations.oid, verb)`;

const PLACES = `${ROLES}
  SELECT role, 'schema ' || nspname AS object, verb
  FROM roles, outside, unnest(ARRAY['USAGE','CREATE']) verb WHERE has_schema_privilege(role, outside.oid, verb)
  UNION ALL
  SELECT role, 'function ' || nspname || '.' || proname, 'EXECUTE'
  FROM roles, pg_proc p JOIN outside ON outside.oid = p.pronamespace
  WHERE has_function_privilege(role, p.oid, 'EXECUTE') AND has_schema_privilege(role, outside.oid, 'USAGE')
  UNION ALL
  SELECT role, 'database', verb FROM roles, unnest(ARRAY['CONNECT','CREATE','TEMPORARY']) verb
  WHERE has_database_privilege(role, current_database(), verb)
  UNION ALL
  SELECT rolname, 'power', power FROM pg_roles,
    LATERAL (VALUES ('CREATEROLE', rolcreaterole), ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication),
      ('BYPASSRLS', rolbypassrls)) AS powers (power, held)
  WHERE held AND rolname IN (SELECT role FROM roles)
  UNION ALL
  SELECT pg_get_userbyid(member), 'member of ' || pg_get_userbyid(roleid), 'MEMBER'
  FROM pg_auth_members WHERE pg_get_userbyid(member)::text IN (SELECT role FROM roles)`;

type Grant = { readonly role: string; readonly object: string; readonly verb: string };

/** The eight partitions are one line; the queue's own schema is one line. */
function lineOf(object: string): string {
  return object.replace(/_[0-7]$/, "_*").replace(/^(\w+) pgboss[.].*/, "$1 pgboss.*");
}

function linesOf(grants: readonly Grant[]): Map<string, string> {
  const single = new Map<string, string[]>();
  for (const { role, object, verb } of grants) {
    const key = `${role} | ${object}`;
    single.set(key, [...(single.get(key) ?? []), verb]);
  }
  const lines = new Map<string, string>();
  for (const [key, verbs] of single) {
    const text = verbs.sort().join(" ");
    const line = lineOf(key.slice(key.indexOf("| ") + 2));
    const whole = `${key.slice(0, key.indexOf(" |"))} | ${line}`;
    const known = lines.get(whole);
    // Partitions that differ from each other show as one line with two readings.
    lines.set(whole, known === undefined || known === text ? text : `${known} / ${text}`);
  }
  return lines;
}

/** The live catalogue's whole matrix of a side: `role | object` → verbs. */
export async function readRights(ask: Ask, side: Side): Promise<Map<string, string>> {
  const grants = [...(await ask<Grant>(side, RELATIONS)), ...(await ask<Grant>(side, PLACES))];
  return linesOf(grants);
}

/** What the written expectation says of a side, in the same form. */
export function expectedRights(side: Side): Map<string, string> {
  const roles = Object.entries(EXPECTED_RIGHTS[side]);
  return new Map(
    roles.flatMap(([role, rights]) =>
      Object.entries(rights).map(([object, verbs]): [string, string] => [
        `${role} | ${object}`,
        verbs,
      ]),
    ),
  );
}

/** Every role, object and verb that is not as written, both ways. */
export async function rightsLeaks(ask: Ask, side: Side): Promise<Leak[]> {
  const [found, expected] = [await readRights(ask, side), expectedRights(side)];
  const keys = [...new Set([...found.keys(), ...expected.keys()])].sort();
  return keys
    .filter((key) => found.get(key) !== expected.get(key))
    .map((key) => ({
      attack: "roles",
      sentence: `${side}: ${key.replace(" | ", " may do ")}: ${found.get(key) ?? "nothing"}; written is ${expected.get(key) ?? "nothing"}.`,
    }));
}
