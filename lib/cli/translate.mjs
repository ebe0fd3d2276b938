// Sorti's own program as plain JavaScript, made once from its TypeScript: no start translates anything again.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The command line, and everything that is started as a thread or a process beside it. */
const ENTRIES = [
  "lib/cli/main.ts",
  "lib/threads/attacker.ts",
  "lib/threads/publisher.ts",
  "lib/threads/thread.ts",
  "lib/threads/workbook-thread.ts",
  "app/reports/paper/thread.tsx",
];
/** What decides how a source is translated. */
const BESIDE = ["lib/cli/translate.mjs", "package-lock.json", "tsconfig.json"];

/** Each translation is a folder of its own: a server that runs goes on reading the one that it was started from. */
const PROGRAMS = "generated/program";
/** Says which is current, and of what it was made. */
const NOTE = "current.json";
/** Older ones are removed: a server that was started from one has most likely ended. */
const KEPT = 8;

function hashOf(root, sources) {
  const hash = createHash("sha256");
  for (const file of sources) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The translation that was made of exactly the sources that are there now; null without one. */
function current(root) {
  try {
    const programs = path.join(root, PROGRAMS);
    const note = JSON.parse(readFileSync(path.join(programs, NOTE), "utf8"));
    const folder = path.join(programs, note.folder);
    return existsSync(folder) && hashOf(root, note.sources) === note.hash ? folder : null;
  } catch {
    // No note, half a note, or a source that is gone.
    return null;
  }
}

/** Sources are named one by one, so that nothing but what the program is made of makes it anew. */
function translateInto(root, folder) {
  // Loaded here only: a start that finds its translation needs no compiler.
  const { buildSync } = createRequire(import.meta.url)("esbuild");
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outbase: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    keepNames: true,
    charset: "utf8",
    metafile: true,
    logLevel: "silent",
  });
  return [...BESIDE, ...Object.keys(metafile.inputs)].sort();
}

function removeOld(programs, fresh) {
  const folders = readdirSync(programs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== path.basename(fresh))
    .map(({ name }) => path.join(programs, name));
  const madeAt = (folder) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newestFirst = folders.map((folder) => [madeAt(folder), folder]).sort(([a], [b]) => b - a);
  for (const [, folder] of newestFirst.slice(KEPT - 1))
    rmSync(folder, { recursive: true, force: true });
}

/**
 * The folder with the program as JavaScript, made now unless the sources are those of the last time. Two starts at
 * once make one each. The note is written last and in one piece: a translation that is interrupted counts for none.
 */
export function translated(root) {
  const ready = current(root);
  if (ready !== null) return ready;
  const programs = path.join(root, PROGRAMS);
  mkdirSync(programs, { recursive: true });
  const folder = mkdtempSync(path.join(programs, "p-"));
  const began = statSync(folder).mtimeMs;
  const sources = translateInto(root, folder);
  const hash = hashOf(root, sources);
  removeOld(programs, folder);
  const writtenAt = sources.map((file) => statSync(path.join(root, file)).mtimeMs);
  // A source that was written meanwhile may be in there as it was before: the next start makes it anew.
  if (writtenAt.some((at) => at >= began && at <= Date.now())) return folder;
  const note = path.join(folder, NOTE);
  writeFileSync(note, JSON.stringify({ folder: path.basename(folder), hash, sources }));
  renameSync(note, path.join(programs, NOTE));
  return folder;
}
