import type { Row } from "./file";

/** Days before today on which people had their last day: links are open from −14 to +60 days around it. */
const LAST_DAYS = 28;
/** Institutes of this many answers are compared with each other, the smaller ones likewise. */
const LARGE = 50;
/** Invented: the file has leavers only. */
const STAFF_FOR_EACH_LEAVER = 4;
const MONTHS = 14;

type Table = readonly (readonly string[])[];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (table: Table): string =>
  `${table.map((line) => line.map(quoted).join(",")).join("\n")}\n`;

const day = (today: string, shift: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);

function units(rows: readonly Row[]) {
  const names = new Map(rows.map(({ unit, institute }) => [unit, institute]));
  return [...names].sort().map(([code, name]) => {
    const leavers = rows.filter((row) => row.unit === code).length;
    return { code, name, leavers, group: leavers >= LARGE ? "large" : "small" };
  });
}

/** The institutes as units in two groups. */
export function unitsFile(rows: readonly Row[]): string {
  return csv([
    "code,name,kind,parent_code,peer_group,valid_from,valid_to,predecessors".split(","),
    ...units(rows).map(({ code, name, group }) => [
      code,
      name,
      "institute",
      "",
      group,
      "2000-01-01",
      "",
      "",
    ]),
  ]);
}

/** Staff of the months up to today, so that every unit is in the tree. */
export function headcountFile(rows: readonly Row[], today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7),
  );
  return csv([
    ["unit_code", "month", "permanent_headcount"],
    ...units(rows).flatMap(({ code, leavers }) =>
      months.map((one) => [code, one, String(leavers * STAFF_FOR_EACH_LEAVER)]),
    ),
  ]);
}

export const addressOf = (row: Row): string => `person-${row.number}@replay.example`;

/**
 * Everybody who has left so far. Endings by the employer are written as resignations: the standing policy
 * invites nobody else but who retires, and the answer itself has the true reason.
 */
export function departuresFile(rows: readonly Row[], today: string): string {
  const header =
    "employee_ref,unit_code,last_day,kind,email,private_email,language,delivery,protected";
  return csv([
    header.split(","),
    ...rows.map((row) => [
      `replay-${row.number}`,
      row.unit,
      day(today, -(row.number % LAST_DAYS)),
      row.series === "retiree" ? "retirement" : "resignation",
      "",
      addressOf(row),
      "en",
      "mail",
      "",
    ]),
  ]);
}
