// One rule of thumb: in lib/<domain>, every file is pure core unless it is named data.ts or mutations.ts.
const INFRA = "db|auth|env|jobs|mail|log|cli|keys|i18n";
// Libraries without clock, network or randomness of their own choosing; @hpke/core draws only key material.
const PURE = "node_modules/(zod|@stdlib|@hpke|csv-parse|d3-scale|d3-shape)/";
const CORE = `^lib/(?!(${INFRA})(/|[.]ts$))[^/]+/(?!(data|mutations)[.]ts$)[^/]+[.]ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-is-pure",
      severity: "error",
      comment:
        "Domain rules take values and return values: no framework, database, clock or environment.",
      from: { path: CORE },
      to: { pathNot: [CORE, PURE, "^(node:)?crypto$"] },
    },
    {
      name: "only-stores-touch-the-database",
      severity: "error",
      comment: "The Prisma client is reached only from data.ts (reads) and mutations.ts (writes).",
      from: {
        pathNot: [
          "^lib/[^/]+/(data|mutations)[.]ts$",
          "^lib/(db|auth)/",
          "^prisma/",
          "^tests/(integration|e2e|support)/",
        ],
      },
      to: { path: ["^lib/db/", "@prisma/", "^generated/"] },
    },
    {
      name: "components-are-presentational",
      severity: "error",
      comment:
        "Components receive props. They may know core types and other components, nothing else of ours.",
      from: { path: "^components/" },
      to: { path: ["^app/", "^lib/[^/]+/(data|mutations)[.]ts$", `^lib/(${INFRA})(/|[.]ts$)`] },
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
      from: { path: "^lib/(?!auth/)" },
      to: { path: "node_modules/next/" },
    },
    {
      name: "public-report-reads-only-snapshots",
      severity: "error",
      comment: "The public pages read published reports; live responses stay out of reach.",
      from: { path: "^app/reports/" },
      to: {
        path: "^lib/(responses|departures|invitations)/(data|mutations)[.]ts$",
        reachable: true,
      },
    },
    {
      name: "the-survey-never-meets-identity",
      severity: "error",
      comment:
        "The anonymity promise as an import rule: no route from a survey page to sessions or staff records.",
      from: { path: "^app/survey/" },
      to: { path: "^lib/(auth|departures)/", reachable: true },
    },
    {
      name: "answers-know-no-person",
      severity: "error",
      from: { path: "^lib/responses/" },
      to: { path: "^lib/(departures|invitations)/", reachable: true },
    },
    {
      name: "unit-tests-need-no-database",
      severity: "error",
      from: { path: "^tests/unit/" },
      to: { path: ["^lib/db/", "^app/", "^lib/[^/]+/(data|mutations)[.]ts$"] },
    },
    {
      name: "reads-do-not-write",
      severity: "error",
      from: { path: "^lib/[^/]+/data[.]ts$" },
      to: { path: "mutations[.]ts$" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "warn",
      from: { orphan: true, pathNot: ["[.]d[.]ts$", "[.]config[.](ts|mjs|cjs)$", "^[.]", "^app/"] },
      to: {},
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
