import type { Role } from "@/lib/env";

/**
 * Design 2's table of database roles, table by table and verb by verb, written out apart from the expectation
 * in lib/attack/expected-rights.ts, so that neither follows the other by itself.
 */
export const DESIGN: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
  identity: {
    "identity.units": "DELETE INSERT SELECT UPDATE",
    "identity.headcount": "DELETE INSERT SELECT UPDATE",
    "identity.departures": "DELETE INSERT SELECT UPDATE",
    "identity.invitations": "DELETE INSERT SELECT UPDATE",
    "identity.exit_talks": "DELETE INSERT SELECT UPDATE",
    // Narrower than "may" since decision 0051: what is signed is never overwritten.
    "identity.explanations": "INSERT SELECT",
    "identity.actions": "INSERT SELECT",
    "identity.users": "DELETE INSERT SELECT UPDATE",
    "issuer.links": "INSERT",
  },
  issuer: {
    "issuer.links": "DELETE SELECT",
    "issuer.redemptions": "DELETE INSERT SELECT",
  },
  // Not in the table: decision 0035.
  confirmer: {},
  printer: {},
  collector: {
    "collector.inbox": "INSERT",
    "collector.withdrawn": "INSERT",
  },
  mixer: {
    "collector.inbox_*": "SELECT TRUNCATE",
    "collector.withdrawn_*": "SELECT TRUNCATE",
    "mixing.sealed": "INSERT SELECT TRUNCATE",
    "release.atoms": "INSERT SELECT",
    "release.cells": "INSERT SELECT",
    "release.receipts": "INSERT SELECT",
  },
  operator: {
    "release.rounds": "INSERT SELECT",
    "release.reports": "INSERT SELECT",
    "release.log": "INSERT SELECT",
    "operator.questionnaires": "INSERT SELECT",
  },
  reader: {
    "release.atoms": "SELECT",
    "release.cells": "SELECT",
    "release.receipts": "SELECT",
    "release.rounds": "SELECT",
    "release.reports": "SELECT",
    "release.log": "SELECT",
    // Releases too, since the redaction desk (decision 0063).
    "release.themes": "SELECT",
    "release.paraphrases": "SELECT",
  },
};

/** Where the code has more than the table, and why (decision 0038 says it in full). Nothing may have less. */
export const BEYOND: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>> = {
  identity: {
    "identity.sessions":
      "DELETE INSERT SELECT UPDATE: who is signed in, so that it can be taken back",
    "identity.second_factors":
      "INSERT SELECT UPDATE: that an account has a phone, and how often it failed",
    "identity.sign_in_links": "DELETE INSERT SELECT: hashes of links that were mailed and not used",
    "identity.recovery_codes": "DELETE INSERT SELECT: hashes of codes on paper",
    "identity.accesses":
      "DELETE INSERT SELECT: who looked at what; a trigger keeps all but what is 24 months old",
    "disposal.log": "INSERT SELECT: what was disposed of, counted, written and never changed",
    "disposal.clock":
      "INSERT SELECT UPDATE: when this side disposed of things last, so that a clock that jumps is seen",
    "identity.imports": "INSERT SELECT: what was imported, written and never changed",
    "identity.confirmations": "SELECT: whether the numbers are confirmed, in somebody else's word",
    "identity.import_drafts":
      "DELETE INSERT SELECT UPDATE: a file between preview and confirmation",
    "identity.import_undos":
      "DELETE INSERT SELECT: what an import replaced, so that it can be taken back for a week",
    "identity.api_keys":
      "INSERT SELECT UPDATE(last_used_on,revoked_at,revoked_by): hashes of the HR system's keys",
    "identity.api_calls":
      "DELETE INSERT SELECT: what a program's call was answered, so that a repeated one does nothing",
    "identity.policies": "INSERT SELECT: the region's rules, decided and kept",
    "identity.action_reminders": "INSERT SELECT: that HR has been mailed about a follow-up",
    "identity.programme_decisions": "INSERT SELECT: which units are invited, decided and kept",
    "identity.report_comments": "INSERT SELECT: HR's own words beside a report, signed and kept",
    "identity.signals":
      "DELETE INSERT SELECT UPDATE: HME and sick leave of units, as other systems give them",
    "identity.reminders": "INSERT SELECT: that a reminder went, so that nobody gets a third",
    "letters.letters":
      "INSERT SELECT UPDATE(state): whose letter is which, for the address on the envelope",
    "letters.taken_back":
      "DELETE INSERT SELECT: numbers of envelopes that are to be destroyed unopened, until their codes end",
    "issuer.cancellations": "INSERT: a cancelled link, put in like a link and never seen again",
    "pgboss.*": "DELETE INSERT SELECT UPDATE: the mail job's queue, which holds invitation ids",
  },
  issuer: {
    "issuer.cancellations": "DELETE SELECT: a cancelled link opens nothing",
    "issuer.rounds":
      "INSERT SELECT UPDATE(issued,state): which key signs; only forward, by trigger",
    "disposal.log": "INSERT: how many links have expired and gone",
  },
  confirmer: {
    "identity.confirmations":
      "INSERT SELECT UPDATE(logged): the auditor's word, and that the log tells it",
    "identity.departure_counts": "SELECT: a view of what is confirmed, in counts",
    "identity.shared_addresses": "SELECT: a view of how many share an address, by unit",
    "issuer.link_counts": "SELECT: a view of how many links there are, by unit and month",
    "identity.imports": "SELECT(id,imported_at,imported_by,kind): when, and by whom",
    "identity.users": "SELECT(id,name): the name of whoever imported or decided",
    "identity.units": "SELECT: the units' names beside the numbers",
    "identity.policies": "SELECT: whom the region's rule invites",
    "identity.programme_decisions": "SELECT: in which units the region's rule invites",
  },
  printer: {
    "letters.letters":
      "SELECT UPDATE(state): what the operator prints, without a name (decision 0033)",
    "letters.taken_back": "SELECT: which printed envelopes are to be destroyed unopened",
  },
  mixer: {
    "redaction.codings": "INSERT SELECT UPDATE(state): texts opened with both keys for the desk",
    "redaction.comments":
      "INSERT SELECT TRUNCATE: sealed comments laid down, and destroyed with their coding",
    "release.themes": "INSERT SELECT: what a coding shows, written in the transaction that ends it",
    "release.paraphrases": "INSERT SELECT: likewise, what two readers wrote",
    "release.log": "INSERT SELECT: the mix notes itself in the transaction that empties the inbox",
    "release.rounds":
      "SELECT UPDATE(counted,dropped,received,state,withdrawn): a mix ends its round; only forward, totals once, by trigger",
  },
  operator: {
    "accounts.sessions":
      "DELETE INSERT SELECT UPDATE: who is signed in, so that it can be taken back",
    "accounts.second_factors":
      "INSERT SELECT UPDATE: that an account has a phone, and how often it failed",
    "accounts.sign_in_links": "DELETE INSERT SELECT: hashes of links that were mailed and not used",
    "accounts.recovery_codes": "DELETE INSERT SELECT: hashes of codes on paper",
    "accounts.users":
      "DELETE INSERT SELECT UPDATE: who signs in at the collector's, where the parties are two",
    "accounts.accesses":
      "DELETE INSERT SELECT: who looked at what there; a trigger keeps all but what is 24 months old",
    "disposal.log": "INSERT SELECT: what was disposed of there, counted, written and never changed",
    "disposal.clock": "INSERT SELECT UPDATE: the same of the external party's side",
    "operator.changes":
      "INSERT SELECT UPDATE(decided_by,decided_on,refusal,state,told): changes of limits, decided once, by trigger",
    "operator.mix_runs":
      "INSERT SELECT UPDATE: how far a mix has come, for the page that watches it",
    "operator.publish_failures":
      "DELETE INSERT SELECT UPDATE: why a report did not go out by itself, until it has",
    "subscription.subscribers":
      "DELETE INSERT SELECT UPDATE: addresses of readers who want a mail, gone when they stop",
    "subscription.mails":
      "DELETE INSERT SELECT UPDATE: which of those mails wait, gone when they are sent",
    "redaction.codings": "SELECT: the redaction desk, which design 2 gives to this role",
    "redaction.comments":
      "SELECT UPDATE(approved_by,coded_by,state,work): reading and coding, never what was written",
    "release.themes": "SELECT: reports are built from releases",
    "release.paraphrases": "SELECT: reports are built from releases",
    "release.atoms": "SELECT: reports are built from releases",
    "release.cells": "SELECT: reports are built from releases",
    "release.receipts": "SELECT: the console shows what the public sees",
    "release.rounds":
      "INSERT SELECT UPDATE(issued,receiving_stops,state): closing a round; only forward, by trigger",
  },
};
