import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pageOf } from "@/lib/help/page-of";
import budgets from "../bench/budgets.json" with { type: "json" };

/** Most statements that a page may ask of the databases, by its route. */
const BUDGETS: ReadonlyMap<string, number> = new Map(Object.entries(budgets.statements));

const ROUTES = [...BUDGETS.keys()];

/** A page that was opened in the browser tests' demonstration. */
type Opened = { readonly route: string; readonly path: string; readonly statements: number };

/** Every page with a budget that has been opened so far, in order; see count-statements.mjs. */
function opened(): readonly Opened[] {
  const file = process.env["SORTI_E2E_STATEMENTS"] ?? "";
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.flatMap((line) => {
    const [path = "", statements = ""] = line.split(" ");
    const route = pageOf(path, ROUTES);
    return route === null ? [] : [{ route, path, statements: Number(statements) }];
  });
}

/** Pages that were opened since this was last asked, also by a worker that has ended since: each fails one test. */
function newlyOpened(): readonly Opened[] {
  const all = opened();
  const told = `${process.env["SORTI_E2E_STATEMENTS"] ?? ""}.told`;
  const before = existsSync(told) ? Number(readFileSync(told, "utf8")) : 0;
  writeFileSync(told, String(all.length));
  return all.slice(before);
}

/** Pages that asked more than their budget, in words. */
export function overBudget(): readonly string[] {
  return newlyOpened().flatMap(({ route, path, statements }) => {
    const budget = BUDGETS.get(route) ?? 0;
    return statements > budget ? [`${path}: ${statements} statements, budget ${budget}`] : [];
  });
}

/** Routes of an area whose pages have a budget and have not been opened. */
export function unopened(area: string): readonly string[] {
  const seen = new Set(opened().map(({ route }) => route));
  return ROUTES.filter((route) => route.split("/")[1] === area && !seen.has(route));
}
