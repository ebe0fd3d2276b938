import { expect, test } from "vitest";
import { csvFile } from "@/lib/downloads/csv";
import type { Sheet } from "@/lib/downloads/sheet";

const table = (columns: Sheet["columns"], ...rows: Sheet["rows"]): Sheet => ({
  title: "Enheter",
  columns,
  rows,
});

test("a file opens in a Swedish spreadsheet program: byte order mark, semicolons, decimal comma, CR LF", () => {
  const units = table(
    [
      { head: "Enhet" },
      { head: "Anställda" },
      { head: "Omsättning per år", share: true, digits: 1 },
    ],
    ["Älvstranden", 1040, 0.12549],
    ["Lind", 12, "för få anställda för en siffra"],
  );
  expect(csvFile(units)).toBe(
    "\ufeffEnhet;Anställda;Omsättning per år, %\r\nÄlvstranden;1040;12,5\r\nLind;12;för få anställda för en siffra\r\n",
  );
});

test("a figure keeps its decimals, so that 2,0 is not read as a count of 2", () => {
  expect(csvFile(table([{ head: "HME", digits: 1 }], [2], [-0.04]))).toBe(
    "\ufeffHME\r\n2,0\r\n0,0\r\n",
  );
});

test("words with semicolons, quotation marks and line breaks stay in their cell", () => {
  expect(csvFile(table([{ head: "Vad" }], ['En; "två"\ntre']))).toBe(
    '\ufeffVad\r\n"En; ""två""\ntre"\r\n',
  );
});

test.each(["=1+1", "+46 70", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])(
  "%j in a name is never run as a formula",
  (name) => {
    const cells = csvFile(table([{ head: "Enhet" }], [name]))
      .split("\r\n")
      .slice(1)
      .join("\r\n");
    expect(cells.replace('"', "").startsWith("'")).toBe(true);
  },
);
