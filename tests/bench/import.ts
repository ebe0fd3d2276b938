import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { commandLineActor } from "@/lib/auth/command-line";
import { importFile } from "@/lib/imports/mutations";
import { ownerUrl } from "../support/databases";
import { timed } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import type { ImportTimes } from "./import-process";

const hr = commandLineActor("hr", "bench");
const ALLOWED = { allowRemovals: true } as const;

const codeOf = (i: number) => `V${String(i).padStart(5, "0")}`;
const monthOf = (i: number) =>
  `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;

type Row = readonly [unit: string, month: string, permanent: number];

/** Ten years of so many units, as a large region's HR system gives them. */
function rowsOf(units: number): readonly Row[] {
  const rows: Row[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    for (let m = 0; m < 120; m += 1) rows.push([codeOf(unit), monthOf(m), 20 + ((unit + m) % 40)]);
  }
  return rows;
}

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\r\n"));

const unitsFile = (units: number) =>
  bytesOf([
    "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors",
    ...Array.from({ length: units }, (_, i) => `${codeOf(i)};Enhet ${i};care;;g;2010-01-01;;`),
  ]);

const headcountFile = (rows: readonly Row[]) =>
  bytesOf(["unit_code;month;permanent_headcount", ...rows.map((row) => row.join(";"))]);

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl("employer") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const emptied = () => asOwner((client) => client.query("TRUNCATE identity.headcount"));

const INSERT = `INSERT INTO identity.headcount (unit_code, month, staff_group, permanent)
  SELECT unit, month, '', n FROM unnest($1::text[], $2::text[], $3::int[]) AS r (unit, month, n)`;

/** The same rows by the plainest client there is, in one statement, with nothing read or compared. */
function rawInsert(rows: readonly Row[]): Promise<number> {
  const columns = [0, 1, 2].map((i) => rows.map((row) => row[i]));
  return asOwner(async (client) => (await timed(() => client.query(INSERT, columns))).ms / 1000);
}

/** A process of its own, so that its memory is the import's alone. */
async function importProcess(file: string, expected: string): Promise<ImportTimes> {
  const tsx = pathToFileURL("node_modules/tsx/dist/esm/index.mjs").href;
  const args = ["--import", tsx, "tests/bench/import-process.ts", file];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += String(chunk);
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("the import failed");
  const times = JSON.parse(printed) as ImportTimes;
  if (times.outcome !== expected) throw new Error(`not ${expected}: ${times.outcome}`);
  return times;
}

const FIRST = "imported";
const AGAIN = "the same file again";
const BACK = "taken back";

async function sized(units: number, folder: string): Promise<readonly Figure[]> {
  const rows = rowsOf(units);
  const file = path.join(folder, `${units}.csv`);
  writeFileSync(file, headcountFile(rows));
  await importFile(hr, { kind: "units", bytes: unitsFile(units) }, ALLOWED);
  await emptied();
  const raw = await rawInsert(rows);
  await emptied();
  const done: readonly (readonly [string, ImportTimes])[] = [
    [FIRST, await importProcess(file, "applied")],
    [AGAIN, await importProcess(file, "nothing")],
    [BACK, await importProcess("", "applied")],
  ];
  const of = `${rows.length.toLocaleString("en")} rows of headcount`;
  // Told for 600 000 rows, and an import is to grow as they do.
  const goal = { goal: { atMost: rows.length / 10_000 } };
  const limit = { limit: { name: "s plain INSERT", value: raw } };
  return done.flatMap(([what, { seconds, megabytes, megabytesBefore }]): Figure[] => [
    {
      name: `${of}, ${what}`,
      unit: "s",
      runs: [seconds],
      ...(what === FIRST ? limit : {}),
      ...goal,
    },
    { name: "… memory on top, at most", unit: "MB", runs: [megabytes - megabytesBefore] },
  ]);
}

/** A region's whole history in one file: read, held against what is stored, written, and taken back. */
export async function imports({ quick }: Extent): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-import-"));
  const figures: Figure[] = [];
  try {
    const sizes = quick ? [1_000] : [2_500, 5_000, 10_000];
    for (const units of sizes) figures.push(...(await sized(units, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { name: "import", figures };
}
