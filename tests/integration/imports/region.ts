import { commandLineActor } from "@/lib/auth/command-line";
import { draft } from "@/lib/drafts/data";
import { storeDraft } from "@/lib/drafts/mutations";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { importFile } from "@/lib/imports/mutations";
import { asOwner } from "../../support/databases";

/** A Tuesday in the region's time. */
export const NOW = new Date("2026-03-10T09:00:00Z");
export const EARLIER = new Date("2026-03-10T08:00:00Z");

export const hr = commandLineActor("hr", "Karin");

export const bytesOf = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.join("\r\n"));

const UNITS = "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors";
const DEPARTURES =
  "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery;protected";

export const units = (...lines: readonly string[]) => bytesOf(UNITS, ...lines);
export const headcount = (...lines: readonly string[]) =>
  bytesOf("unit_code;month;permanent_headcount;staff_group", ...lines);
export const departures = (...lines: readonly string[]) => bytesOf(DEPARTURES, ...lines);

export const signals = (...lines: readonly string[]) =>
  bytesOf("unit_code;period;signal;value;answers", ...lines);

export const TWO_UNITS = units(
  "V1;Björken;care;;centres;2020-01-01;;",
  "V2;Älvstranden;care;;centres;2020-01-01;;",
);

/** Three who leave in March and April, with addresses. */
export const LEAVERS = departures(
  "1001;V1;2026-03-31;resignation;;anna@home.example;sv;;",
  "1002;V1;2026-03-31;retirement;bo@work.example;;sv;;",
  "1003;V2;2026-04-30;resignation;;cia@home.example;en;;",
);

/** Imports a file at once, as when the region is set up. */
export const imported = (kind: ImportKind, bytes: Uint8Array, at = NOW) =>
  importFile(hr, { kind, bytes }, { allowRemovals: true }, at);

/** A draft as its uploader sees it. */
export async function previewed(kind: ImportKind, bytes: Uint8Array) {
  const id = await storeDraft(hr, { kind, bytes, fileName: "uttag.csv" }, NOW);
  return { id, seen: (await draft(hr, id, NOW))?.hash ?? "" };
}

/** How many rows one of the tables has. */
export async function rowsOf(table: string): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM identity.${table}`;
  return (await asOwner<{ n: number }>("employer", sql))[0]?.n ?? 0;
}

/** Every row that an import could have written, as text. */
export async function everythingStored(): Promise<string> {
  const tables = ["units", "headcount", "departures", "signals", "imports", "invitations"];
  const rows = await Promise.all(
    tables.map((table) => asOwner("employer", `SELECT * FROM identity.${table} ORDER BY 1, 2, 3`)),
  );
  return JSON.stringify(rows);
}

/** Without ids and checksums: they are drawn, and may hold whatever digits a test looks for. */
export const undrawn = (text: string) =>
  text.replaceAll(/[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
