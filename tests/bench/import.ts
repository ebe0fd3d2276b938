import pg from "pg";
import { commandLineActor } from "@/lib/auth/command-line";
import { importFile } from "@/lib/imports/mutations";
import { ownerUrl } from "../support/databases";
import { timed } from "./clock";
import type { Extent, Figure, Section } from "./figures";

const hr = commandLineActor("hr", "bench");
const ALLOWED = { allowRemovals: true } as const;

const codeOf = (i: number) => `V${String(i).padStart(4, "0")}`;
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

async function imported(bytes: Uint8Array, expected: string): Promise<number> {
  const { ms, result } = await timed(() => importFile(hr, { kind: "headcount", bytes }, ALLOWED));
  if (result.outcome !== expected) throw new Error(`not ${expected}: ${result.outcome}`);
  return ms / 1000;
}

/** A region's whole history in one file: read, held against what is stored, written, and noted for an undo. */
export async function imports({ quick }: Extent): Promise<Section> {
  const [runs, units] = quick ? [1, 1_000] : [3, 5_000];
  const rows = rowsOf(units);
  const bytes = headcountFile(rows);
  await importFile(hr, { kind: "units", bytes: unitsFile(units) }, ALLOWED);
  const raw: number[] = [];
  const first: number[] = [];
  const again: number[] = [];
  const before = process.resourceUsage().maxRSS;
  for (let run = 0; run < runs; run += 1) {
    await emptied();
    raw.push(await rawInsert(rows));
    await emptied();
    first.push(await imported(bytes, "applied"));
    again.push(await imported(bytes, "nothing"));
  }
  const grown = (process.resourceUsage().maxRSS - before) / 1024;
  const name = `${rows.length.toLocaleString("en")} rows of headcount`;
  const figures: Figure[] = [
    {
      name: `${name}, imported`,
      unit: "s",
      runs: first,
      limit: { name: "s plain INSERT", value: Math.min(...raw) },
    },
    { name: `${name}, the same file again`, unit: "s", runs: again },
    { name: "memory on top, at most", unit: "MB", runs: [grown] },
  ];
  return { name: "import", figures };
}
