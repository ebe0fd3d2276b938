import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import { db } from "@/lib/db/clients";
import type { Departure, DepartureSetting } from "@/lib/departures/departure";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { planDepartures } from "@/lib/departures/plan";
import { readDepartures } from "@/lib/departures/read";
import { isWorkbook, MAX_BYTES } from "@/lib/imports/decode";
import { IMPORT_KINDS, type ImportKind, type Preview, planHash } from "@/lib/imports/kind-plan";
import { type Pace, paced, partOf, unwatched } from "@/lib/imports/pace";
import type { LongPlan } from "@/lib/imports/plan";
import type { WorkbookText } from "@/lib/imports/workbook";
import { pseudonymKey, pseudonymOf } from "@/lib/keys/pseudonym-key";
import { dayAt } from "@/lib/quarters/today";
import { storedSignals } from "@/lib/signals/data";
import { planSignals } from "@/lib/signals/plan";
import { readSignals } from "@/lib/signals/read";
import { readWorkbook } from "@/lib/threads/read-workbook";
import { monthsOf, packedPlan, planHeadcount, wholeUnits } from "@/lib/units/headcount-plan";
import { readHeadcount } from "@/lib/units/headcount-read";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { PackedHeadcount } from "@/lib/units/packed-headcount";
import { planUnits } from "@/lib/units/plan";
import { readUnits } from "@/lib/units/read";
import type { UnitRow } from "@/lib/units/row";

/** A file of some kind, as it came. */
export type ImportFile = { readonly kind: ImportKind; readonly bytes: Uint8Array };

type Reader = Prisma.TransactionClient;

/** An import's kind, as the tables hold it. */
export const importKindSchema = z.enum(IMPORT_KINDS);

// The order is part of the plan, and so of its hash: nothing is read unsorted.

export function storedUnits(reader: Reader): Promise<UnitRow[]> {
  return reader.unit.findMany({ orderBy: { code: "asc" } });
}

/** What is stored of the rows' units in the months from the first to the last: never the whole history. */
function storedHeadcount(
  reader: Reader,
  rows: readonly HeadcountRow[],
  months: ReadonlySet<string>,
): Promise<HeadcountRow[]> {
  const units = [...new Set(rows.map(({ unitCode }) => unitCode))];
  const sorted = [...months].sort();
  return reader.headcount.findMany({
    where: { unitCode: { in: units }, month: { gte: sorted[0] ?? "", lte: sorted.at(-1) ?? "" } },
    orderBy: [{ unitCode: "asc" }, { month: "asc" }, { staffGroup: "asc" }],
  });
}

/** So many rows of a file are held against what is stored at a time, whole units at a time. */
const ROWS_AT_A_TIME = 20_000;

/** A file's plan, some of its units at a time, so that what is stored is never in memory as a whole. */
async function headcountPlan(
  reader: Reader,
  rows: PackedHeadcount,
  pace: Pace,
): Promise<LongPlan<HeadcountRow>> {
  const months = monthsOf(rows);
  const plan = packedPlan();
  let done = 0;
  for (const part of wholeUnits(rows, ROWS_AT_A_TIME)) {
    plan.add(planHeadcount(await storedHeadcount(reader, part, months), part, months));
    done += part.length;
    await pace(done / rows.length);
  }
  return plan.whole();
}

const departures = z.array(
  z.object({
    pseudonym: z.string(),
    unitCode: z.string(),
    lastDay: z.string(),
    kind: z.enum(DEPARTURE_KINDS),
    email: z.string().nullable(),
    privateEmail: z.string().nullable(),
    language: z.string(),
    delivery: z.enum(["mail", "letter", "none"]),
    protected: z.boolean(),
    staffGroup: z.string(),
  }),
);

async function storedDepartures(reader: Reader): Promise<Departure[]> {
  return departures.parse(await reader.departure.findMany({ orderBy: { pseudonym: "asc" } }));
}

/** The employer's references as pseudonyms, and the day in Sweden. */
function settingAt(now: Date): DepartureSetting {
  const key = pseudonymKey();
  return { pseudonym: (employeeRef) => pseudonymOf(key, employeeRef), today: dayAt(now) };
}

type At = { readonly now: Date; readonly pace: Pace };
type Held = (reader: Reader, bytes: Uint8Array, at: At) => Promise<Preview>;

/** Of holding a file against what is stored, reading it is so much. */
const READING = 0.7;

const HOLD: Record<ImportKind, Held> = {
  units: async (reader, bytes, { pace }) => {
    const stored = await storedUnits(reader);
    const read = await paced(readUnits(bytes, stored), partOf(pace, 0, READING));
    if (!read.ok) return read;
    return { ok: true, planned: { kind: "units", plan: planUnits(stored, read.rows) } };
  },
  headcount: async (reader, bytes, { pace }) => {
    const units = await storedUnits(reader);
    const read = await paced(readHeadcount(bytes, units), partOf(pace, 0, READING));
    if (!read.ok) return read;
    const plan = await headcountPlan(reader, read.rows, partOf(pace, READING, 1));
    return { ok: true, planned: { kind: "headcount", plan } };
  },
  departures: async (reader, bytes, { now, pace }) => {
    const setting = settingAt(now);
    const stored = await storedDepartures(reader);
    const facts = { ...setting, units: await storedUnits(reader), stored };
    const read = await paced(readDepartures(bytes, facts), partOf(pace, 0, READING));
    if (!read.ok) return read;
    const plan = planDepartures(stored, read.rows, setting);
    return { ok: true, planned: { kind: "departures", plan } };
  },
  signals: async (reader, bytes, { pace }) => {
    const units = await storedUnits(reader);
    const read = await paced(readSignals(bytes, units), partOf(pace, 0, READING));
    if (!read.ok) return read;
    const stored = await storedSignals(reader, read.rows);
    return { ok: true, planned: { kind: "signals", plan: planSignals(stored, read.rows) } };
  },
};

/** What is read as text: of a workbook the CSV of its first sheet, of any other file itself. */
async function opened(bytes: Uint8Array): Promise<WorkbookText> {
  return isWorkbook(bytes) && bytes.length <= MAX_BYTES ? readWorkbook(bytes) : { ok: true, bytes };
}

/** The file as text, so that a workbook is opened once; what cannot be opened stays as it is. */
export async function asTextFile(bytes: Uint8Array): Promise<Uint8Array> {
  const read = await opened(bytes);
  return read.ok ? read.bytes : bytes;
}

/** Holds a file against what is stored now; inside a transaction, against what that transaction sees. */
export async function holdAgainstStored(
  file: ImportFile,
  now: Date,
  reader: Reader = db("identity"),
  pace: Pace = unwatched,
): Promise<Preview> {
  const read = await opened(file.bytes);
  if (read.ok) return HOLD[file.kind](reader, read.bytes, { now, pace });
  const listed = [{ code: read.code, line: 0, column: "" }];
  return { ok: false, problems: { listed, unlisted: 0 } };
}

/** Of making a plan, holding the file against what is stored is so much; the rest is its hash. */
const HOLDING = 0.7;

/** A file's plan or problems, and what is confirmed: the plan's hash, "" when there is nothing to confirm. */
export type Looked = { readonly preview: Preview; readonly hash: string };

/** Holds a file against what is stored now, and names its plan. */
export async function lookThrough(
  file: ImportFile,
  { now, pace }: At,
  reader: Reader = db("identity"),
): Promise<Looked> {
  const preview = await holdAgainstStored(file, now, reader, partOf(pace, 0, HOLDING));
  if (!preview.ok) return { preview, hash: "" };
  return { preview, hash: await paced(planHash(preview.planned), partOf(pace, HOLDING, 1)) };
}
