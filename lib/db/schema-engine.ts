import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { MigrationRefused } from "@/lib/db/migration-refused";
import { log } from "@/lib/log";

/**
 * Prisma's schema engine as WebAssembly: the CLI's native engine is a download that a closed
 * network refuses (decision 0001). It keeps `_prisma_migrations` exactly as the CLI would.
 */
type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: {
    path: string;
    migrationFile: { path: string; content: { tag: "ok"; value: string } };
  }[];
};
type Engine = {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: Filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: unknown): Promise<{ stdout: string | null }>;
};
type Filters = { externalTables: string[]; externalEnums: string[] };
const NO_FILTERS: Filters = { externalTables: [], externalEnums: [] };

/** What PostgreSQL calls a RAISE EXCEPTION of our own. */
const RAISED = "P0001";

/** The stock adapter splits scripts at every `;`, which breaks DO blocks and functions: run files whole. */
class WholeFilePg extends PrismaPg {
  /** The migrations among the scripts: the engine has some of its own, such as taking its lock. */
  readonly migrations = new Set<string>();
  /** Why a file did not run; the engine would tell where in itself it heard of it, and not this. */
  failure: unknown;

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      try {
        await adapter
          .underlyingDriver()
          .query(this.migrations.has(script) ? `${script}\n;${FINISH}` : script);
      } catch (cause) {
        this.failure = cause;
        // The file was one transaction: nothing of it is there, and it can be applied again.
        await adapter
          .underlyingDriver()
          .query(FORGET_FAILED)
          .catch(() => undefined);
        throw cause;
      }
    };
    return adapter;
  }
}

const UNFINISHED = "finished_at IS NULL AND rolled_back_at IS NULL";
const FORGET_FAILED = `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${UNFINISHED}`;

/**
 * In the same transaction as the file: that it is applied is written exactly when it is, also when the one that
 * applies it is killed and the database ends the file without it.
 */
const FINISH = `UPDATE _prisma_migrations SET finished_at = now() WHERE ${UNFINISHED}`;

/** The engine's own lock, which it waits for in vain after 10 s. */
const ENGINE_LOCK = 72707369;

/**
 * Takes back what somebody began who was killed: nothing of it is there, and the engine would refuse to go on. Waits
 * for as long as the database still works on it, or somebody else is applying.
 */
async function forgetKilled(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ENGINE_LOCK]);
    const known = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
    if (known.rows[0]?.found !== null) await client.query(FORGET_FAILED);
  } finally {
    await client.end();
  }
}

function whyNotApplied(failure: unknown, cause: unknown): unknown {
  const raised = failure instanceof Error && "code" in failure && failure.code === RAISED;
  return raised ? new MigrationRefused(failure.message) : cause;
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
let loaded: Promise<Bindings> | undefined;

/** The bindings keep their instance in a module variable: instantiate once a process. */
async function loadBindings(): Promise<Bindings> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(entry.replace(/[.]js$/, ".wasm"));
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: () => log("engine-failed"),
    },
  });
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings;
}

const wholeFiles = (url: string) => new WholeFilePg({ connectionString: url });

async function openEngine(url: string, side: Side, files = wholeFiles(url)): Promise<Engine> {
  loaded ??= loadBindings();
  const bindings = await loaded;
  const factory = bindMigrationAwareSqlAdapterFactory(files);
  const { path: file, content } = readSchema(side);
  const options = { datamodels: [[file, content]] as [string, string][] };
  const engine: unknown = await bindings.SchemaEngine.new(options, () => undefined, factory);
  return engine as Engine;
}

type Side = "employer" | "collector";

function readSchema(side: Side) {
  const file = path.resolve("prisma", side, "schema.prisma");
  return { path: file, content: readFileSync(file, "utf8") };
}

function readMigrations(folder: string): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok",
            value: readFileSync(path.join(folder, name, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}

/**
 * Applies what is not applied yet; returns the names. Safe to repeat, to kill and to run twice at once. `folder`: where the
 * migrations are, if not this version's own. Throws `MigrationRefused`.
 */
export async function applyMigrations(
  url: string,
  side: Side,
  folder = path.resolve("prisma", side, "migrations"),
): Promise<string[]> {
  const files = wholeFiles(url);
  await forgetKilled(url);
  const engine = await openEngine(url, side, files);
  try {
    const migrationsList = readMigrations(folder);
    for (const { migrationFile } of migrationsList.migrationDirectories)
      files.migrations.add(migrationFile.content.value);
    const applied = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return applied.appliedMigrationNames;
  } catch (cause) {
    throw whyNotApplied(files.failure, cause);
  }
}

/** The SQL that creates the schema file from nothing: for authoring migrations and the drift test. */
export async function schemaAsSql(url: string, side: Side): Promise<string> {
  const engine = await openEngine(url, side);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [readSchema(side)] },
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return stdout ?? "";
}
