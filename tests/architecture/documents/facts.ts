import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { sortiProgram } from "@/lib/cli/program";
import { SURVEY_CALLS } from "@/lib/doors/survey-calls";
import { ROLES } from "@/lib/env";
import { FIELDS } from "@/lib/env/fields";
import { FIGURES } from "./figures";

/** What the code really has, for documents to be held against. */
export type Facts = {
  /** `schema.table` → its columns; of a view they are not known. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly program: Command;
  /** Addresses as the folders of `app/` spell them, `[quarter]` and all; the survey's own beside them. */
  readonly routes: readonly string[];
  /** Settings that a server reads. */
  readonly settings: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Names of what /api/metrics tells. */
  readonly measured: ReadonlySet<string>;
  readonly figures: Readonly<Record<string, number>>;
  readonly exists: (file: string) => boolean;
  readonly textOf: (file: string) => string;
};

const SIDES = ["employer", "collector"] as const;

/** The columns of one model; a field whose type is another model is a relation and no column. */
function columnsOf(body: string, models: ReadonlySet<string>): ReadonlySet<string> {
  const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(.*)$/gm)];
  return new Set(
    fields
      .filter(([, , type = ""]) => !models.has(type))
      .map(([, name = "", , rest = ""]) => /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name),
  );
}

function tablesOf(side: string): [string, ReadonlySet<string> | null][] {
  const folder = `prisma/${side}`;
  const schema = readFileSync(`${folder}/schema.prisma`, "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = new Set(models.map(([, name = ""]) => name));
  const tables = models.map(([, , body = ""]): [string, ReadonlySet<string>] => {
    const [, table = ""] = /@@map\("(\w+)"\)/.exec(body) ?? [];
    const [, owner = ""] = /@@schema\("(\w+)"\)/.exec(body) ?? [];
    return [`${owner}.${table}`, columnsOf(body, names)];
  });
  const views = readdirSync(`${folder}/migrations`).flatMap((name) => {
    const sql = readFileSync(`${folder}/migrations/${name}/migration.sql`, "utf8");
    return [...sql.matchAll(/CREATE (?:OR REPLACE )?VIEW (\w+\.\w+)/g)].map(
      ([, view = ""]) => view,
    );
  });
  return [...tables, ...views.map((view): [string, null] => [view, null])];
}

/** Read by the program that starts another one, or by a tool: nobody sets them for a server. */
const INTERNAL = ["NODE_ENV", "SORTI_CALLED_FROM", "SORTI_PROGRAM", "SORTI_BENCH_FILE"];

/** Those that are validated at the start, and those that are read by themselves. */
function settingsInCode(): ReadonlySet<string> {
  const sources = ["lib", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  const alone = sources.flatMap((text) => [...text.matchAll(/process\.env(?:\.|\[")([A-Z_]+)/g)]);
  const all = [...Object.keys(FIELDS.shape), ...alone.map(([, name = ""]) => name)];
  return new Set(all.filter((name) => !INTERNAL.includes(name)));
}

function routesInCode(): readonly string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const served = files.filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name));
  const calls = SURVEY_CALLS.map((call) => call.replace("*", "[segment]"));
  return [
    "/svar",
    ...calls,
    ...served.map((name) => `/${name.replace(/\/?(page\.tsx|route\.ts)$/, "")}`),
  ];
}

function measuredInCode(): ReadonlySet<string> {
  const texts = ["data", "request-counts"].map((name) =>
    readFileSync(`lib/metrics/${name}.ts`, "utf8"),
  );
  return new Set(texts.flatMap((text) => text.match(/(?<=")sorti_[a-z_]+(?=")/g) ?? []));
}

/** Everything, read from the working tree. */
export async function factsOfCode(): Promise<Facts> {
  return {
    tables: new Map(SIDES.flatMap(tablesOf)),
    program: await sortiProgram(),
    routes: routesInCode(),
    settings: settingsInCode(),
    roles: new Set(["owner", ...Object.keys(ROLES)].map((role) => `sorti_${role}`)),
    measured: measuredInCode(),
    figures: FIGURES,
    exists: existsSync,
    textOf: (file) => readFileSync(file, "utf8"),
  };
}
