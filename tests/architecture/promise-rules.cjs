const STORE = "(data|mutations)[.]ts$";
// Who knows people: the employer's side.
const PEOPLE =
  "^lib/(departures|invitations|invited|letters|reminders|links|imports|imported|mail-returns|follow-ups|api-keys|import-calls|confirmation|units|access|exit-talks)/";

/** What the product promises, as rules about who may reach whom. */
exports.PROMISES = [
  {
    name: "public-report-reads-only-snapshots",
    severity: "error",
    comment:
      "Promise: nothing reachable from the public reports reads anything but releases and reports.",
    from: { path: "^app/reports/" },
    to: { path: `^lib/(?!(releases|reports)/)[^/]+/${STORE}`, reachable: true },
  },
  {
    name: "the-collector-never-meets-people",
    severity: "error",
    comment:
      "Promise: nothing reachable from the survey page, the page that withdraws or the collector's doors reaches sessions or people.",
    from: {
      path: "^(components/survey/|lib/answering/|app/withdraw/|lib/doors/survey/(manifest|responses|withdrawals|receipts)[.])",
    },
    to: { path: ["^lib/auth/(?!actor|roles)", PEOPLE], reachable: true },
  },
  {
    name: "the-issuer-never-meets-answers",
    severity: "error",
    comment: "Promise: the issuer's two doors reach no inbox, no mix, no release and no person.",
    from: { path: "^lib/doors/survey/(invitation|credential)[.]" },
    to: {
      path: [
        "^lib/(inbox|mixing|peeling|releases|closing|rounds)/",
        "^lib/auth/(?!actor|roles)",
        PEOPLE,
      ],
      reachable: true,
    },
  },
  {
    name: "mails-never-ask-who-answered",
    severity: "error",
    comment:
      "Promise: what invites and reminds, its doors and HR's page about it reach no redemption, no inbox and no mix.",
    from: {
      path: "^(lib/(invitations|invited|reminders|jobs)|app/((api/)?reminders|hr/invitations))/",
    },
    to: { path: "^lib/(credential|inbox|mixing|peeling|releases|closing)/", reachable: true },
  },
  {
    name: "answers-know-no-person",
    severity: "error",
    comment: "Promise: inbox, mix, redaction desk and releases cannot reach people.",
    from: {
      path: "^lib/(inbox|mixing|peeling|releases|disclosure|sealing|coding|redaction|themes)/",
    },
    to: { path: [PEOPLE, "^lib/auth/(?!actor|roles)"], reachable: true },
  },
  {
    name: "comments-are-read-at-the-desk-alone",
    severity: "error",
    comment: "Promise: what opens a comment is reached from the desk's page and its rules only.",
    from: { pathNot: "^(app/operator/texts/|lib/(coding|redaction|themes|cli)/|tests/)" },
    to: { path: "^lib/(coding/comment|redaction/(data|mutations))[.]ts$" },
  },
  {
    name: "monitoring-meets-no-answer",
    severity: "error",
    comment:
      "Promise: what is measured and logged reaches no inbox, no mix, no credential, no link and no release.",
    from: { path: "^(lib/(metrics|health)/|lib/log[.]ts$|app/api/(metrics|health)/)" },
    to: {
      path: "^lib/(inbox|mixing|peeling|links|releases|closing|coding|redaction|invitations|departures|exit-talks)/|^lib/credential/(data|mutations)[.]ts$",
      reachable: true,
    },
  },
  {
    name: "the-attacker-shares-no-code",
    severity: "error",
    comment:
      "Promise: what attacks all releases is a program of its own, so that a mistake in the counting does not hide in it; only its reads reach the database.",
    from: { path: "^lib/audit/" },
    to: { path: "^(app|components|generated)/|^lib/(?!audit/)", pathNot: "^lib/db/clients[.]ts$" },
  },
  {
    name: "exit-talks-know-no-survey",
    severity: "error",
    comment:
      "Promise: there is no way from the exit talk's page, its list and its rules to anything that knows answers, credentials or links.",
    from: { path: "^(app/exit-talk|app/hr/exit-talks|lib/exit-talks)/" },
    to: {
      path: "^(components/survey|lib/(answering|inbox|mixing|credential|links|releases|sealing|survey|guard|rounds|doors))/",
      reachable: true,
    },
  },
  {
    name: "the-survey-knows-no-exit-talk",
    severity: "error",
    comment: "Promise: nor is there a way back.",
    from: { path: "^(components/survey|lib/(answering|inbox|mixing|releases|doors))/" },
    to: { path: "exit-talk", reachable: true },
  },
  {
    name: "who-prints-meets-no-person",
    severity: "error",
    comment: "Promise: the operator's printing reaches letter numbers, and nobody's name.",
    from: { path: "^lib/printing/" },
    to: {
      path: "^lib/((departures|invitations|invited|reminders|confirmation|imports|imported|links|exit-talks|units)/|letters/(data|mutations)[.]ts$)",
      reachable: true,
    },
  },
  {
    name: "hr-meets-no-code",
    severity: "error",
    comment: "Promise: nothing that HR's page about letters reaches can compute a letter's code.",
    from: { path: "^(app/hr/letters|lib/letters)/" },
    to: { path: "^lib/(printing/|keys/letter-)", reachable: true },
  },
  {
    name: "codes-are-only-printed",
    severity: "error",
    comment: "Promise: a letter's code is computed where it is printed, and to hash it.",
    from: { pathNot: "^(lib/printing/|lib/keys/letter-link[.]ts$|tests/)" },
    to: { path: "^lib/keys/letter-code[.]ts$" },
  },
];
