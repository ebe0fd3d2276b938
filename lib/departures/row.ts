import { codeAt, dayAt, note, requiredAt, textAt, wordAt } from "@/lib/imports/cells";
import type { Columns, Row } from "@/lib/imports/table";
import type { Day } from "@/lib/quarters/quarter";
import { DEPARTURE_KINDS, type DepartureKind } from "./kind";

export type Delivery = "mail" | "letter" | "none";

/** One departure as the employer's file has it. The reference is the employer's own and is never stored. */
export type DepartureRow = {
  readonly employeeRef: string;
  readonly unitCode: string;
  readonly lastDay: Day;
  readonly kind: DepartureKind;
  readonly email: string | null;
  readonly privateEmail: string | null;
  /** Language code of the survey; Swedish unless the file says otherwise. */
  readonly language: string;
  readonly delivery: Delivery;
  /** Protected identity: the system mails nothing; HR hands over a sealed letter. */
  readonly protected: boolean;
  /** As headcount names it; "" when the file does not say. */
  readonly staffGroup: string;
};

type Column =
  | "employee_ref"
  | "unit_code"
  | "last_day"
  | "kind"
  | "email"
  | "private_email"
  | "language"
  | "delivery"
  | "protected"
  | "staff_group";

/** All but the last must stand in the header: a missing `protected` column must not read as "nobody is". */
export const DEPARTURE_COLUMNS: Columns<Column> = {
  required: [
    "employee_ref",
    "unit_code",
    "last_day",
    "kind",
    "email",
    "private_email",
    "language",
    "delivery",
    "protected",
  ],
  optional: ["staff_group"],
};

/** One line of a `departures` file. */
export function parseDeparture(row: Row<Column>): DepartureRow {
  const email = addressAt(row, "email");
  const privateEmail = addressAt(row, "private_email");
  return {
    employeeRef: requiredAt(row, "employee_ref", 100),
    unitCode: codeAt(row, "unit_code"),
    lastDay: dayAt(row, "last_day", "required"),
    kind: wordAt(row, "kind", DEPARTURE_KINDS, "bad-kind"),
    email,
    privateEmail,
    language: languageAt(row),
    delivery: deliveryAt(row, email !== null || privateEmail !== null),
    protected: protectedAt(row),
    staffGroup: textAt(row, "staff_group", 60),
  };
}

const ADDRESS = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;

function addressAt(row: Row<Column>, column: "email" | "private_email"): string | null {
  const text = row.cells[column] ?? "";
  if (text === "") return null;
  if (text.length > 254 || !ADDRESS.test(text)) note(row, column, "bad-email");
  return text;
}

function languageAt(row: Row<Column>): string {
  const text = (row.cells.language ?? "").toLowerCase();
  if (text !== "" && !/^[a-z]{2}(-[a-z]+)?$/.test(text)) note(row, "language", "bad-language");
  return text || "sv";
}

/** Left empty it means mail to whoever has an address, and a letter to the others. */
function deliveryAt(row: Row<Column>, hasAddress: boolean): Delivery {
  if ((row.cells.delivery ?? "") === "") return hasAddress ? "mail" : "letter";
  return wordAt(row, "delivery", ["mail", "letter", "none"], "bad-delivery");
}

/** Only `yes` or nothing: a "ja" or "1" that was read as no could betray someone in hiding. */
function protectedAt(row: Row<Column>): boolean {
  const text = (row.cells.protected ?? "").toLowerCase();
  if (text !== "" && text !== "yes") note(row, "protected", "bad-protected");
  return text !== "";
}
