import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { commandLineActor } from "@/lib/auth/command-line";
import { publishReport } from "@/lib/publishing/mutations";
import { quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { monthOf, monthsUpTo, shiftMonth } from "@/lib/turnover/month";
import { asOwner, cleanDatabases } from "../support/databases";
import { layKeys } from "../support/round";
import { timed } from "./clock";
import { type Extent, type Figure, type Section, tableOf } from "./figures";
import { judged } from "./on-phone";
import { crowdAt, readingTimes, signIn } from "./reader";
import { fillReleases } from "./releases";
import { memoryOf, workedBy } from "./served-by";
import { startFileServer, startSorti } from "./server";
import { fillWorld } from "./world";

/** A region, and how often each page is read of it. */
type Size = { readonly units: number; readonly answers: number; readonly times: number };

const SMALL: Size = { units: 30, answers: 1_000, times: 40 };
const SIZES: readonly Size[] = [
  SMALL,
  { units: 300, answers: 10_000, times: 40 },
  { units: 5_000, answers: 100_000, times: 20 },
  { units: 5_000, answers: 1_000_000, times: 20 },
];

/** The server runs as a demonstration, whose accounts have the password that is in plain sight. */
const EMAIL = "hr@norrsjo.example";
const READER = `INSERT INTO identity.users (id, email, name, roles, demo)
  VALUES (gen_random_uuid(), $1, 'HR', '{hr}', true)`;

/** Ten years of reports and three of answers, up to the last whole month. */
async function filled({ units, answers }: Size) {
  await cleanDatabases();
  await layKeys();
  await asOwner("employer", READER, [EMAIL]);
  const now = new Date();
  const today = dayAt(now);
  const window = monthsUpTo(shiftMonth(monthOf(today), -1), 120);
  const world = await fillWorld({ regions: 1, units, window, seed: "dashboard" });
  const last = shiftQuarter(quarterOf(today), -1);
  await fillReleases({ last, quarters: 12, answers, units: world.units });
  const publishing = await timed(() =>
    publishReport(commandLineActor("operator", "bench"), last, now),
  );
  return { last, code: world.units[7]?.code ?? "", publishing: publishing.ms };
}

async function sized(size: Size): Promise<readonly Figure[]> {
  const { last, code, publishing } = await filled(size);
  const { times } = size;
  const of = `${size.units.toLocaleString("en")} units, ${size.answers.toLocaleString("en")} answers`;
  const server = await startSorti("/sign-in");
  try {
    const { pid } = server;
    const idle = memoryOf(pid);
    const reader = await signIn(server.origin, EMAIL);
    const pages = [
      "/hr",
      "/hr/units",
      `/hr/units/${code}`,
      "/hr/reasons",
      "/hr/programme",
      "/hr/invitations",
      "/hr/import",
      `/reports/${last}`,
    ];
    const figures: Figure[] = [
      { name: `${of}: building the report`, unit: "ms", runs: [publishing] },
      { name: "… the server at rest, now and at most", unit: "MB", runs: idle },
    ];
    for (const path of pages) {
      const page = { name: `${of}: ${path}`, path };
      figures.push(...(await readingTimes(reader, page, times, () => workedBy(pid))));
    }
    figures.push(...(await crowdAt(server.origin, `/reports/${last}`, times * 50)));
    if (size === SMALL) figures.push(...(await onPhone(`${server.origin}/reports/${last}`, times)));
    const name = "… the server after these pages, now and at most";
    return [...figures, { name, unit: "MB", runs: memoryOf(pid) }];
  } finally {
    await server.stop();
  }
}

/** What a slow phone makes of a report, and the same bytes to the same readers by a server that does nothing else. */
async function onPhone(address: string, times: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-bench-"));
  const file = path.join(folder, "report.html.br");
  const page = await fetch(address, { headers: { "Accept-Encoding": "identity" } });
  writeFileSync(file, brotliCompressSync(await page.text()));
  const plain = await startFileServer(file);
  try {
    return [
      ...(await crowdAt(plain.origin, "/", times * 50)),
      ...(await judged("report page", address, 3)),
    ];
  } finally {
    await plain.stop();
    rmSync(folder, { recursive: true });
  }
}

/** HR's pages and the public report as regions, years and answers grow: the production server, a real session. */
export async function dashboard({ quick }: Extent): Promise<Section> {
  const sizes = quick ? [SMALL] : SIZES;
  const figures: Figure[] = [];
  for (const size of sizes) {
    const found = await sized(size);
    figures.push(...found);
    // A large region takes a while to make: what is measured is told at once.
    process.stderr.write(`${tableOf([{ name: `${size.units} units`, figures: found }])}\n`);
  }
  return { name: "dashboard and report", figures };
}
