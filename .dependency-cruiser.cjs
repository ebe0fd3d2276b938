const { PROMISES } = require("./tests/architecture/promise-rules.cjs");

// One rule of thumb: in lib/<domain>, every file is pure core unless it is named data.ts or mutations.ts.
const INFRA = "db|auth|env|jobs|mail|log|cli|keys|i18n|threads|doors";
// Libraries without clock, network or randomness of their own choosing; @hpke/core draws only key material.
const PURE = "node_modules/(zod|@stdlib|@hpke|csv-parse|feed|read-excel-file|d3-scale|d3-shape)/";
const STORE = "(data|mutations)[.]ts$";
const CORE = `^lib/(?!(${INFRA})(/|[.]ts$))[^/]+/(?!${STORE})[^/]+[.]ts$`;
// A folder within a domain is core too.
const CORE_DEEP = `^lib/(?!(${INFRA})/)[^/]+/[^/]+/[^/]+[.]ts$`;
const CORE_DATA = "^lib/[^/]+/[^/]+[.]json$";

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
      comment: "The command line starts Next's server, and refuses what it would fail at.",
      from: { path: "^lib/(?!auth/|cli/serve|cli/unreadable)" },
      to: { path: "node_modules/next/" },
    },
    ...PROMISES,
    {
      name: "unit-tests-need-no-database",
      severity: "error",
      from: { path: "^tests/unit/" },
      to: {
        path: [
          "^lib/db/(?!server-settings)",
          "^app/(?!_shell/client-messages)",
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
