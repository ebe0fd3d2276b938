// One rule of thumb: in lib/<domain>, every file is pure core unless it is named data.ts or mutations.ts.
const INFRA = "db|auth|env|jobs|mail|log|cli|keys|i18n|threads";
// Libraries without clock, network or randomness of their own choosing; @hpke/core draws only key material.
const PURE = "node_modules/(zod|@stdlib|@hpke|csv-parse|read-excel-file|d3-scale|d3-shape)/";
const STORE = "(data|mutations)[.]ts$";
const CORE = `^lib/(?!(${INFRA})(/|[.]ts$))[^/]+/(?!${STORE})[^/]+[.]ts$`;
// A folder within a domain is core too.
const CORE_DEEP = `^lib/(?!(${INFRA})/)[^/]+/[^/]+/[^/]+[.]ts$`;
const CORE_DATA = "^lib/[^/]+/[^/]+[.]json$";
// Who knows people: the employer's side.
const PEOPLE =
  "^lib/(departures|invitations|letters|reminders|links|imports|imported|api-keys|import-calls|confirmation|units|access|exit-talks)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-is-pure",
      severity: "error",
      comment:
        "Domain rules take values and return values: no framework, database, clock or environment.",
      from: { path: [CORE, CORE_DEEP] },
      to: { pathNot: [CORE, CORE_DEEP, CORE_DATA, PURE, "^(node:)?(crypto|zlib)$"] },
    },
    {
      name: "only-stores-touch-the-database",
      severity: "error",
      comment:
        "The Prisma client is reached only from data.ts (reads) and mutations.ts (writes); the command line opens and closes it.",
      from: {
        pathNot: [
          `^lib/[^/]+/${STORE}`,
          "^lib/(db|auth|cli)/",
          "^prisma/",
          "^generated/",
          "^tests/(integration|e2e|support|replay|bench|attack)/",
        ],
      },
      to: { path: ["^lib/db/(?!server-settings)", "@prisma/", "^generated/"] },
    },
    {
      name: "components-are-presentational",
      severity: "error",
      comment:
        "Components receive props. They may know core types and other components, nothing else of ours.",
      from: { path: "^components/" },
      to: { path: ["^app/", `^lib/[^/]+/${STORE}`, `^lib/(${INFRA})(/|[.]ts$)`] },
    },
    {
      name: "components-know-no-server-next",
      severity: "error",
      from: { path: "^components/" },
      to: { path: ["node_modules/next/(headers|cache|server)", "node_modules/server-only"] },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "components/ui could ship in another product.",
      from: { path: "^components/ui/" },
      to: { path: "^(lib|app)/|^components/(?!ui/)" },
    },
    {
      name: "nobody-imports-app",
      severity: "error",
      from: { pathNot: "^(app|tests)/" },
      to: { path: "^app/" },
    },
    {
      name: "lib-knows-no-ui",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: ["^components/", "node_modules/react(-dom)?/"] },
    },
    {
      name: "next-only-in-app-and-auth",
      severity: "error",
      comment: "The command line starts Next's server.",
      from: { path: "^lib/(?!auth/|cli/serve)" },
      to: { path: "node_modules/next/" },
    },
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
        path: "^(components/survey/|lib/answering/|app/withdraw/|app/api/survey/(manifest|responses|withdrawals|receipts)/)",
      },
      to: { path: ["^lib/auth/(?!actor|roles)", PEOPLE], reachable: true },
    },
    {
      name: "the-issuer-never-meets-answers",
      severity: "error",
      comment: "Promise: the issuer's two doors reach no inbox, no mix, no release and no person.",
      from: { path: "^app/api/survey/(invitation|credential)/" },
      to: {
        path: ["^lib/(inbox|mixing|releases|closing|rounds)/", "^lib/auth/(?!actor|roles)", PEOPLE],
        reachable: true,
      },
    },
    {
      name: "reminders-never-ask-who-answered",
      severity: "error",
      comment: "Promise: what reminds and its two doors reach no redemption, no inbox and no mix.",
      from: { path: "^(lib/(reminders|jobs)/|app/(api/)?reminders/)" },
      to: { path: "^lib/(credential|inbox|mixing|releases|closing)/", reachable: true },
    },
    {
      name: "answers-know-no-person",
      severity: "error",
      comment: "Promise: inbox, mix and releases cannot reach people.",
      from: { path: "^lib/(inbox|mixing|releases|disclosure|sealing)/" },
      to: { path: [PEOPLE, "^lib/auth/(?!actor|roles)"], reachable: true },
    },
    {
      name: "exit-talks-know-no-survey",
      severity: "error",
      comment:
        "Promise: there is no way from the exit talk's page, its list and its rules to anything that knows answers, credentials or links.",
      from: { path: "^(app/exit-talk|app/hr/exit-talks|lib/exit-talks)/" },
      to: {
        path: "^(components/survey|lib/(answering|inbox|mixing|credential|links|releases|sealing|survey|guard|rounds)|app/api/survey)/",
        reachable: true,
      },
    },
    {
      name: "the-survey-knows-no-exit-talk",
      severity: "error",
      comment: "Promise: nor is there a way back.",
      from: { path: "^(components/survey|lib/(answering|inbox|mixing|releases)|app/api/survey)/" },
      to: { path: "exit-talk", reachable: true },
    },
    {
      name: "who-prints-meets-no-person",
      severity: "error",
      comment: "Promise: the operator's printing reaches letter numbers, and nobody's name.",
      from: { path: "^lib/printing/" },
      to: {
        path: "^lib/((departures|invitations|reminders|confirmation|imports|links|exit-talks|units)/|letters/(data|mutations)[.]ts$)",
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
    {
      name: "unit-tests-need-no-database",
      severity: "error",
      from: { path: "^tests/unit/" },
      to: {
        path: [
          "^lib/db/(?!server-settings)",
          "^app/(?!_shell/client-messages|api/survey/door)",
          `^lib/[^/]+/${STORE}`,
        ],
      },
    },
    {
      name: "reads-do-not-write",
      severity: "error",
      from: { path: "^lib/[^/]+/data[.]ts$" },
      to: { path: "mutations[.]ts$" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "^generated/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "warn",
      from: { orphan: true, pathNot: ["[.]d[.]ts$", "[.]config[.](ts|mjs|cjs)$", "^[.]", "^app/"] },
      to: {},
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: { pathNot: "^generated/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^generated/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
