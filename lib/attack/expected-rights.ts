import type { Side } from "./ask";

/** Verbs by object, written out: whatever the live catalogue grants beyond this, or lacks, is a finding. */
export type Rights = Readonly<Record<string, string>>;

const READ_WRITE = "DELETE INSERT SELECT UPDATE";

const IDENTITY_TABLES = [
  "departures",
  "exit_talks",
  "headcount",
  "import_drafts",
  "invitations",
  "signals",
  "units",
  "users",
];

/** How accounts sign in, on either side: what was mailed or printed is never changed into something else. */
const signInRights = (schema: string): Rights => ({
  [`table ${schema}.sessions`]: READ_WRITE,
  [`table ${schema}.second_factors`]: "INSERT SELECT UPDATE",
  [`table ${schema}.sign_in_links`]: "DELETE INSERT SELECT",
  [`table ${schema}.recovery_codes`]: "DELETE INSERT SELECT",
});

const THEME_TABLES = ["paraphrases", "themes"];
const RELEASE_TABLES = ["atoms", "cells", "log", "receipts", "reports", "rounds", ...THEME_TABLES];

const tables = (schema: string, names: readonly string[], verbs: string) =>
  Object.fromEntries(names.map((name) => [`table ${schema}.${name}`, verbs]));

/**
 * What each role may do (design 2, database roles), on the side whose database it works in.
 * Eight partitions are one line (`inbox_*`), and so is the queue's own schema.
 */
export const EXPECTED_RIGHTS: Readonly<Record<Side, Readonly<Record<string, Rights>>>> = {
  employer: {
    sorti_identity: {
      database: "CONNECT",
      "schema identity": "USAGE",
      "schema issuer": "USAGE",
      "schema pgboss": "USAGE",
      ...tables("identity", IDENTITY_TABLES, READ_WRITE),
      ...signInRights("identity"),
      // What is written beside the figures is never overwritten: a change is a new version.
      ...tables("identity", ["actions", "explanations", "action_reminders"], "INSERT SELECT"),
      // A trigger keeps what is younger than 24 months.
      "table identity.accesses": "DELETE INSERT SELECT",
      "schema disposal": "USAGE",
      "table disposal.log": "INSERT SELECT",
      "table disposal.clock": "INSERT SELECT UPDATE",
      "table identity.reminders": "INSERT SELECT",
      "table identity.imports": "INSERT SELECT",
      "table identity.confirmations": "SELECT",
      ...tables(
        "identity",
        ["policies", "programme_decisions", "report_comments"],
        "INSERT SELECT",
      ),
      ...tables("identity", ["import_undos", "api_calls"], "DELETE INSERT SELECT"),
      "table identity.api_keys": "INSERT SELECT",
      "columns identity.api_keys": "UPDATE(last_used_on,revoked_at,revoked_by)",
      "schema letters": "USAGE",
      "table letters.letters": "INSERT SELECT",
      "columns letters.letters": "UPDATE(state)",
      "table letters.taken_back": "DELETE INSERT SELECT",
      "table issuer.links": "INSERT",
      "table issuer.cancellations": "INSERT",
      "table pgboss.*": READ_WRITE,
      "function pgboss.*": "EXECUTE",
    },
    // Numbers, languages and days: no table where a person or a link stands.
    sorti_printer: {
      database: "CONNECT",
      "schema letters": "USAGE",
      "table letters.letters": "SELECT",
      "columns letters.letters": "UPDATE(state)",
      "table letters.taken_back": "SELECT",
    },
    sorti_issuer: {
      database: "CONNECT",
      "schema issuer": "USAGE",
      "table issuer.links": "DELETE SELECT",
      "table issuer.cancellations": "DELETE SELECT",
      "table issuer.redemptions": "DELETE INSERT SELECT",
      "table issuer.rounds": "INSERT SELECT",
      "columns issuer.rounds": "UPDATE(issued,state)",
      "schema disposal": "USAGE",
      "table disposal.log": "INSERT",
    },
    // Counts of people, never people; and nobody else's word stands under an import.
    sorti_confirmer: {
      database: "CONNECT",
      "schema identity": "USAGE",
      "schema issuer": "USAGE",
      ...tables(
        "identity",
        ["departure_counts", "shared_addresses", "units", "policies", "programme_decisions"],
        "SELECT",
      ),
      "table issuer.link_counts": "SELECT",
      "columns identity.imports": "SELECT(id,imported_at,imported_by,kind)",
      "columns identity.users": "SELECT(id,name)",
      "table identity.confirmations": "INSERT SELECT",
      "columns identity.confirmations": "UPDATE(logged)",
    },
  },
  collector: {
    sorti_collector: {
      database: "CONNECT",
      "schema collector": "USAGE",
      "table collector.inbox": "INSERT",
      "table collector.withdrawn": "INSERT",
    },
    sorti_mixer: {
      database: "CONNECT",
      "schema collector": "USAGE",
      "schema mixing": "USAGE",
      "schema release": "USAGE",
      "table collector.inbox_*": "SELECT TRUNCATE",
      "table collector.withdrawn_*": "SELECT TRUNCATE",
      "table mixing.sealed": "INSERT SELECT TRUNCATE",
      "schema redaction": "USAGE",
      "table redaction.codings": "INSERT SELECT",
      "columns redaction.codings": "UPDATE(state)",
      "table redaction.comments": "INSERT SELECT TRUNCATE",
      ...tables("release", ["atoms", "cells", "log", "receipts", ...THEME_TABLES], "INSERT SELECT"),
      "table release.rounds": "SELECT",
      "columns release.rounds": "UPDATE(counted,dropped,received,state,withdrawn)",
    },
    sorti_operator: {
      database: "CONNECT",
      "schema operator": "USAGE",
      "schema release": "USAGE",
      "schema redaction": "USAGE",
      // A reader writes what was made of a comment, never the comment, and removes none.
      ...tables("redaction", ["codings", "comments"], "SELECT"),
      "columns redaction.comments": "UPDATE(approved_by,coded_by,state,work)",
      ...tables("release", ["atoms", "cells", "receipts", ...THEME_TABLES], "SELECT"),
      ...tables("release", ["log", "reports"], "INSERT SELECT"),
      "table release.rounds": "INSERT SELECT",
      "columns release.rounds": "UPDATE(issued,receiving_stops,state)",
      "schema accounts": "USAGE",
      "table accounts.users": READ_WRITE,
      ...signInRights("accounts"),
      "table accounts.accesses": "DELETE INSERT SELECT",
      "schema disposal": "USAGE",
      "table disposal.log": "INSERT SELECT",
      "table disposal.clock": "INSERT SELECT UPDATE",
      // A proposal is written once; only what becomes of it is written later, and by a trigger once.
      "table operator.changes": "INSERT SELECT",
      "columns operator.changes": "UPDATE(decided_by,decided_on,refusal,state,told)",
      "table operator.questionnaires": "INSERT SELECT",
      "table operator.mix_runs": "INSERT SELECT UPDATE",
      "table operator.publish_failures": READ_WRITE,
      // Whoever wants a mail about reports: addresses that no answer and no account knows of.
      "schema subscription": "USAGE",
      ...tables("subscription", ["mails", "subscribers"], READ_WRITE),
    },
    sorti_reader: {
      database: "CONNECT",
      "schema release": "USAGE",
      ...tables("release", RELEASE_TABLES, "SELECT"),
    },
  },
};
