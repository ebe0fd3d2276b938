import type { Ask, Leak, Side } from "./ask";
import { triggerLeaks } from "./triggers";

/** A table of whole rounds, whose columns are free. */
const ANY = "any";

/** Every column of the tables that an answer, a link or a credential passes through. */
const COLUMNS: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  employer: {
    "issuer.links":
      "token_hash:bytea window_from:text window_to:text unit:text series:text language:text",
    "issuer.cancellations": "token_hash:bytea",
    "issuer.redemptions": "token_hash:bytea blinded_hash:bytea quarter:text",
    "issuer.rounds": "quarter:text n:text e:text state:text issued:integer",
  },
  collector: {
    "collector.inbox":
      "slot:smallint message:bytea signature:bytea sealed:bytea withdrawal_hash:bytea",
    "collector.withdrawn": "slot:smallint receipt:bytea",
    "mixing.sealed": "quarter:text kind:text blob:bytea",
    "release.atoms":
      "unit:text series:text from_quarter:text to_quarter:text n:integer k:integer c:smallint items:jsonb",
    "release.cells":
      "slice:text node:text series:text from_quarter:text to_quarter:text n:integer items:jsonb",
    "redaction.codings": "quarter:text state:text public_key:bytea comments:integer pools:bytea",
    "redaction.comments":
      "id:uuid node:text sealed:bytea state:text work:bytea coded_by:text approved_by:text",
    "release.themes":
      "node:text series:text from_quarter:text to_quarter:text n:integer counts:jsonb",
    "release.paraphrases": "node:text to_quarter:text place:integer text:text",
    "release.receipts": "quarter:text state:text hash:bytea",
    "release.rounds": ANY,
    "release.reports": ANY,
    "release.log": ANY,
  },
};

const SCHEMAS: Readonly<Record<Side, readonly string[]>> = {
  employer: ["issuer"],
  collector: ["collector", "mixing", "redaction", "release"],
};

const FOUND = `
  SELECT n.nspname || '.' || c.relname AS name,
    string_agg(a.attname || ':' || format_type(a.atttypid, NULL), ' ' ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY($1) GROUP BY 1`;

/** Whatever acts by itself when a row is written, or ties a row to another table. */
const ACTING = `
  WITH silent AS (
    SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relkind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY($1)
  )
  SELECT name || ' fills in a value by itself' AS what FROM silent JOIN pg_attrdef ON adrelid = silent.oid
  UNION ALL SELECT name || ' has an identity column' FROM silent JOIN pg_attribute ON attrelid = silent.oid
    WHERE attidentity <> '' AND relkind IN ('r', 'p')
  UNION ALL SELECT name || ' is a sequence' FROM silent WHERE relkind = 'S'
  UNION ALL SELECT name || ' has a rule' FROM silent JOIN pg_rewrite ON ev_class = silent.oid
    WHERE relkind IN ('r', 'p')
  UNION ALL SELECT name || ' points to another table' FROM silent JOIN pg_constraint ON conrelid = silent.oid
    WHERE contype = 'f'
  UNION ALL SELECT name || ' is published to another server' FROM silent JOIN pg_publication_rel ON prrelid = silent.oid
  UNION ALL SELECT name || ' has another table under it' FROM silent JOIN pg_inherits ON inhparent = silent.oid
    WHERE NOT EXISTS (SELECT FROM pg_class p WHERE p.oid = inhrelid AND p.relispartition)`;

/** Columns that are not as written, and everything that writes order or time beside a row. */
export async function columnLeaks(ask: Ask, side: Side): Promise<Leak[]> {
  const schemas = SCHEMAS[side];
  const rows = await ask<{ name: string; columns: string }>(side, FOUND, [schemas]);
  const wrong = rows.filter(({ name, columns }) => {
    const written = COLUMNS[side][name.replace(/_[0-7]$/, "")];
    return written !== ANY && written !== columns;
  });
  const missing = Object.keys(COLUMNS[side]).filter(
    (name) => !rows.some((row) => row.name === name),
  );
  const acting = await ask<{ what: string }>(side, ACTING, [schemas]);
  const triggers = await triggerLeaks(ask, side);
  return [
    ...wrong.map(({ name, columns }) => `${name} has other columns than written: ${columns}.`),
    ...missing.map((name) => `${name} is not there.`),
    ...acting.map(({ what }) => `${what}.`),
    ...triggers.map((what) => `${what}.`),
  ].map((sentence) => ({ attack: "schema", sentence }));
}

/** As this session has them, and as any role or database gets them. */
const SETTINGS = `
  SELECT name, setting FROM pg_settings WHERE name = ANY($1)
  UNION ALL
  SELECT split_part(own, '=', 1), split_part(own, '=', 2)
  FROM pg_db_role_setting, unnest(setconfig) own WHERE split_part(own, '=', 1) = ANY($1)`;

/** Server settings that would let a statement, a value or a commit's time into a file. */
export async function settingLeaks(
  ask: Ask,
  wanted: Readonly<Record<string, string>>,
): Promise<Leak[]> {
  const rows = await ask<{ name: string; setting: string }>("collector", SETTINGS, [
    Object.keys(wanted),
  ]);
  return rows
    .filter(({ name, setting }) => wanted[name] !== setting)
    .map(({ name, setting }) => ({
      attack: "settings",
      sentence: `The database server has ${name} = ${setting}; it must be ${wanted[name]}.`,
    }));
}
