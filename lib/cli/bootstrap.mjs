// Makes a machine ready that may have nothing but Node and this folder: installs what the lockfile says, generates the
// database clients and translates the program. Run by itself, it then hands over to a TypeScript entry of the tests.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { translated } from "./translate.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args, sentence, env = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
  fail(sentence);
}

/** Runs `work` unless the marker already holds the hash of the files it depends on. */
function once(marker, files, work) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(ROOT, file)));
  const wanted = hash.digest("hex");
  const place = path.join(ROOT, marker);
  if (existsSync(place) && readFileSync(place, "utf8") === wanted) return;
  work();
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, wanted);
}

/** Makes the folder ready: packages, database clients, and the program as JavaScript, whose folder it returns. */
export function prepare() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    fail(`Sorti needs Node 20.20 or newer; this is ${process.versions.node}.`);
  }
  once("node_modules/.sorti-installed", ["package-lock.json"], () => {
    process.stdout.write("Installing packages …\n");
    run(
      "npm",
      ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
      "The packages could not be installed. Check that this machine reaches an npm registry, then try again.",
    );
  });
  for (const side of ["employer", "collector"]) {
    const schema = `prisma/${side}/schema.prisma`;
    once(`generated/${side}/.sorti-generated`, [schema, "package-lock.json"], () => {
      // Generating needs no native engine, but the command insists on finding a file of that name.
      run(
        "node",
        ["node_modules/prisma/build/index.js", "generate", "--schema", schema],
        `The database client for ${schema} could not be generated.`,
        {
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
        },
      );
    });
  }
  try {
    return translated(ROOT);
  } catch (cause) {
    return fail(`Sorti could not be translated to JavaScript. ${cause.message}`);
  }
}

/**
 * Hands over to a TypeScript entry; the terminal's Ctrl-C reaches it, and this process waits for its end.
 * The channel between the two tells the entry when this process is killed, so that nothing runs on unseen.
 */
export function handOver(entry, args) {
  const tsx = pathToFileURL(path.join(ROOT, "node_modules/tsx/dist/esm/index.mjs")).href;
  const child = spawn(process.execPath, ["--import", tsx, path.join(ROOT, entry), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, SORTI_CALLED_FROM: process.cwd() },
    cwd: ROOT,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Ctrl-C already went to the whole foreground group; the others only to this process.
      if (signal !== "SIGINT") child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2);
  prepare();
  handOver(entry, args);
}
