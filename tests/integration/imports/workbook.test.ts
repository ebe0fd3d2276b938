import { deflateRawSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import writeExcel from "write-excel-file/node";
import { db } from "@/lib/db/clients";
import { holdAgainstStored } from "@/lib/imports/data";
import { cleanDatabases } from "../../support/databases";
import { imported, NOW, TWO_UNITS } from "./region";

beforeEach(cleanDatabases);

type Value = string | number | Date | null;

const cellOf = (value: Value) => {
  if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd" };
  return value === null ? null : { value };
};

async function workbook(...rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  return new Uint8Array(await writeExcel(rows.map((row) => row.map(cellOf))).toBuffer());
}

const HEAD = ["unit_code", "month", "permanent_headcount", "staff_group"];
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const codesOf = async (bytes: Uint8Array) => {
  const held = await holdAgainstStored({ kind: "headcount", bytes }, NOW);
  return held.ok ? "read" : held.problems.listed;
};

describe("an Excel workbook is read like the CSV file that would be saved of it", () => {
  beforeEach(() => imported("units", TWO_UNITS));

  test("words, numbers, dates and empty cells", async () => {
    const done = await imported(
      "headcount",
      await workbook(
        HEAD,
        ["V1", "2026-01", 20, null],
        ["V2", day("2026-02-01"), "9", "läkare; övriga"],
      ),
    );
    expect(done.outcome).toBe("applied");
    expect(await db("identity").headcount.findMany({ orderBy: { unitCode: "asc" } })).toEqual([
      { unitCode: "V1", month: "2026-01", permanent: 20, staffGroup: "" },
      { unitCode: "V2", month: "2026-02", permanent: 9, staffGroup: "läkare; övriga" },
    ]);
  });

  test("a problem is told by the sheet's own row, after empty rows and line breaks in a cell", async () => {
    const bytes = await workbook(
      HEAD,
      ["V1", "2026-01", 20, "läkare\noch andra"],
      [null, null, null, null],
      ["V9", "2026-01", 1.5, null],
    );
    expect(await codesOf(bytes)).toEqual([
      { code: "bad-number", line: 4, column: "permanent_headcount", value: "1.5" },
      { code: "unknown-unit", line: 4, column: "unit_code", value: "V9" },
    ]);
  });
});

type Part = { readonly name: string; readonly content: string; readonly says?: number };

/** A zip archive written by hand, so that it can lie. `says`: the size that it claims for a part. */
function archive(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content, says } of parts) {
    const packed = deflateRawSync(content);
    const size = says ?? Buffer.byteLength(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [header, from] of [
      [local, 8],
      [entry, 10],
    ] as const) {
      header.writeUInt16LE(8, from);
      header.writeUInt32LE(packed.length, from + 10);
      header.writeUInt32LE(size, from + 14);
      header.writeUInt16LE(name.length, from + 18);
    }
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that is a workbook, with this in its sheet. */
const sheetOf = (rows: string): Uint8Array =>
  archive([
    {
      name: "xl/workbook.xml",
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${XML}<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ]);

describe("a file that would fill the memory is refused with a sentence, before it does", () => {
  const one = (code: string) => [{ code, line: 0, column: "" }];

  test("the least workbook that there is can be read", async () => {
    const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>unit_code</t></is></c></row>';
    const found = await codesOf(sheetOf(cell));
    expect(found).toContainEqual({ code: "missing-column", line: 1, column: "month" });
  });

  test("a part that unpacks to far more than it weighs, and one that claims to be small and is not", async () => {
    const zeros = "0".repeat(101 * 1024 * 1024);
    expect(await codesOf(archive([{ name: "xl/big.xml", content: zeros }]))).toEqual(
      one("workbook-too-large"),
    );
    expect(await codesOf(archive([{ name: "xl/big.xml", content: zeros, says: 10 }]))).toEqual(
      one("bad-workbook"),
    );
  });

  test("one cell in the millionth row and the last column there is", async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await codesOf(sheetOf(far))).toEqual(one("workbook-too-large"));
  });

  test("a zip archive of something else, a cut off workbook, and one under a password", async () => {
    expect(await codesOf(archive([{ name: "a.txt", content: "hello" }]))).toEqual(
      one("bad-workbook"),
    );
    expect(await codesOf((await workbook(HEAD)).subarray(0, 900))).toEqual(one("bad-workbook"));
    expect(await codesOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual(
      one("spreadsheet"),
    );
  });
});
