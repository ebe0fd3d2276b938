import { CALL_DAYS } from "@/lib/api-keys/limits";
import { CLOSES_AFTER } from "@/lib/invitations/link-window";
import { type Disposal, KEPT, STAYS, VISITS } from "./disposal";
import type { Term } from "./term";

const afterLastDay = {
  kind: "time",
  n: CLOSES_AFTER,
  unit: "days",
  after: "leaving",
} as const satisfies Term;

/** What the employer's side stores. */
export const EMPLOYER = [
  {
    id: "invitations",
    side: "employer",
    where: ["identity.invitations", "identity.reminders", "letters.letters"],
    term: afterLastDay,
    by: "purge",
  },
  {
    id: "addresses",
    side: "employer",
    where: [
      "identity.departures.email",
      "identity.departures.private_email",
      "identity.departures.language",
      "identity.departures.delivery",
      "identity.departures.protected",
    ],
    term: afterLastDay,
    by: "purge",
  },
  {
    id: "links",
    side: "employer",
    where: ["issuer.links", "issuer.redemptions", "issuer.cancellations"],
    term: afterLastDay,
    by: "purge",
  },
  {
    id: "letter-numbers",
    side: "employer",
    where: ["letters.taken_back"],
    term: afterLastDay,
    by: "purge",
  },
  {
    id: "exit-talks",
    side: "employer",
    where: ["identity.exit_talks"],
    term: {
      kind: "time",
      n: KEPT.talkYears,
      unit: "years",
      after: "leaving",
      waiting: KEPT.waitingTalkYears,
    },
    by: "purge",
  },
  {
    id: "pseudonyms",
    side: "employer",
    where: ["identity.departures.pseudonym", "identity.departures.last_day"],
    term: { kind: "time", n: KEPT.pseudonymYears, unit: "years", after: "leaving" },
    by: "purge",
  },
  {
    id: "import-drafts",
    side: "employer",
    where: ["identity.import_drafts"],
    term: { kind: "time", n: 60, unit: "minutes", after: "upload" },
    by: "purge",
  },
  {
    id: "picked-up",
    side: "employer",
    where: [],
    term: { kind: "time", n: KEPT.refusedDays, unit: "days", after: "refusal" },
    by: "server",
  },
  {
    id: "import-undos",
    side: "employer",
    where: ["identity.import_undos"],
    term: { kind: "time", n: 7, unit: "days", after: "import" },
    by: "purge",
  },
  {
    id: "api-calls",
    side: "employer",
    where: ["identity.api_calls"],
    term: { kind: "time", n: CALL_DAYS, unit: "days", after: "call" },
    by: "purge",
  },
  {
    id: "accesses",
    side: "employer",
    where: ["identity.accesses"],
    term: VISITS,
    by: "purge",
  },
  {
    id: "mail-jobs",
    side: "employer",
    where: [],
    term: { kind: "time", n: 14, unit: "days", after: "job" },
    by: "queue",
  },
  {
    id: "other-returns",
    side: "employer",
    where: [],
    term: { kind: "time", n: KEPT.refusedDays, unit: "days", after: "arrival" },
    by: "server",
  },
  {
    id: "issuer-keys",
    side: "employer",
    where: [],
    term: { kind: "event", at: "closed" },
    by: "close",
  },
  {
    id: "statistics",
    side: "employer",
    where: [
      "identity.departures",
      "identity.headcount",
      "identity.signals",
      "identity.units",
      "issuer.rounds",
    ],
    term: STAYS,
    by: "nobody",
  },
  {
    id: "decisions",
    side: "employer",
    where: [
      "identity.actions",
      "identity.action_reminders",
      "identity.api_keys",
      "identity.confirmations",
      "identity.explanations",
      "identity.imports",
      "identity.policies",
      "identity.programme_decisions",
      "identity.report_comments",
      "disposal.clock",
      "disposal.log",
    ],
    term: STAYS,
    by: "nobody",
  },
  {
    id: "accounts",
    side: "employer",
    where: ["identity.users", "identity.second_factors", "identity.recovery_codes"],
    term: { kind: "event", at: "ended" },
    by: "command",
  },
] as const satisfies readonly Disposal[];
