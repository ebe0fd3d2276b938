import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SURVEY_CALLS, surveyCall } from "@/lib/doors/survey-calls";

/** Who may come in: anybody, whoever is signed in, a role, or nobody who shows a session alone. */
export type Gate = "anybody" | "signed-in" | "hr" | "operator" | "auditor" | "custodian" | "a key";

/**
 * The written expectation, by whole segments; the longest prefix decides. A route or an action whose first segment
 * stands nowhere here fails the test, and one that lets in anybody else than its line says fails it too.
 */
const EXPECTED: Readonly<Record<string, Gate>> = {
  "/": "anybody",
  "/.well-known": "anybody",
  "/accessibility": "anybody",
  "/account": "signed-in",
  "/api/auth": "anybody",
  "/api/ceremony": "custodian",
  "/api/health": "anybody",
  "/api/import-drafts": "hr",
  "/api/import-undos": "hr",
  "/api/imports": "a key",
  "/api/metrics": "a key",
  "/api/openapi.json": "anybody",
  "/api/party": "a key",
  "/api/reminders": "anybody",
  "/api/subscriptions": "anybody",
  "/api/survey": "anybody",
  "/auditor": "auditor",
  "/bad-address": "anybody",
  "/demo": "anybody",
  "/exit-talk": "anybody",
  "/hr": "hr",
  "/inbox": "anybody",
  "/language": "anybody",
  "/log": "anybody",
  "/operator": "operator",
  "/preview": "operator",
  "/preview/quarter": "hr",
  "/privacy": "anybody",
  "/receipts": "anybody",
  "/reminders": "anybody",
  "/reports": "anybody",
  "/security": "anybody",
  "/sign-in": "anybody",
  "/subscribe": "anybody",
  "/subscription": "anybody",
  "/withdraw": "anybody",
  // Actions that several roles' pages have in common.
  "/_keys": "custodian",
};

const ROLES = {
  anybody: ["nobody", "hr", "operator", "auditor", "politician"],
  "signed-in": ["hr", "operator", "auditor", "politician"],
  custodian: ["operator", "auditor"],
  hr: ["hr"],
  operator: ["operator"],
  auditor: ["auditor"],
  "a key": [],
} as const satisfies Record<Gate, readonly string[]>;

/** Everybody who may try: the roles, and who is signed out. */
export const VISITORS = ROLES.anybody;
export type Visitor = (typeof VISITORS)[number];

/** What is expected of an address or of an action's folder; null where nobody has written it down. */
export function gateOf(route: string): Gate | null {
  if (route === "/") return EXPECTED["/"] ?? null;
  const segments = route.split("/");
  for (let length = segments.length; length > 1; length -= 1) {
    const gate = EXPECTED[segments.slice(0, length).join("/")];
    if (gate !== undefined) return gate;
  }
  return null;
}

export const mayEnter = (visitor: Visitor, gate: Gate): boolean =>
  (ROLES[gate] as readonly Visitor[]).includes(visitor);

/** What stands for a parameter: nothing that exists, of a form that is read. */
const PARAMETERS: Readonly<Record<string, string>> = {
  "[quarter]": "2026-Q3",
  "[version]": "1",
  "[hash]": "a".repeat(64),
  "[token]": "A".repeat(43),
  "[kind]": "units",
  "[call]": "region-tree",
};
const NOTHING = "00000000-0000-4000-8000-000000000000";

const filled = (route: string) =>
  route.replace(/\[[^/]+\]/g, (parameter) => PARAMETERS[parameter] ?? NOTHING);

export type Door = { readonly route: string; readonly method: "GET" | "POST"; readonly at: string };

/** The calls of the survey, which are no files of `app`. */
const surveyDoors = (): readonly Door[] =>
  SURVEY_CALLS.flatMap((route) =>
    (["GET", "POST"] as const)
      .filter((method) => surveyCall(route)?.has(method))
      .map((method) => ({ route, method, at: route.replace("*", "2026-Q3") })),
  );

/** Every page and every route's method, as the folders of `app` and the files in them name them. */
export function everyDoor(): readonly Door[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const pages = files
    .filter((file) => /(^|\/)(page[.]tsx|route[.]ts)$/.test(file))
    .flatMap((file) => {
      const route = `/${path.dirname(file)}`.replace(/^\/\.$/, "/");
      const text = readFileSync(path.join("app", file), "utf8");
      const methods = file.endsWith("page.tsx")
        ? (["GET"] as const)
        : (["GET", "POST"] as const).filter((method) =>
            new RegExp(`export (async )?(function|const) ${method}\\b|as ${method}\\b`).test(text),
          );
      return methods.map((method): Door => ({ route, method, at: filled(route) }));
    });
  return [...pages, ...surveyDoors()];
}

export type Action = {
  readonly id: string;
  readonly name: string;
  readonly gate: Gate | null;
  readonly at: string;
};

type Reference = {
  readonly workers: Readonly<Record<string, unknown>>;
  readonly filename: string;
  readonly exportedName: string;
};

/** Every server action, as the build that answers knows them, and a page that it is sent to. */
export function everyAction(): readonly Action[] {
  const manifest: { readonly node: Readonly<Record<string, Reference>> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => {
    const folder = path.dirname(filename).replace(/^app/, "");
    const [page = ""] = Object.keys(workers);
    const at = filled(page.replace(/^app/, "").replace(/\/page$/, "") || "/");
    return { id, name: `${filename} ${exportedName}`, gate: gateOf(folder), at };
  });
}
