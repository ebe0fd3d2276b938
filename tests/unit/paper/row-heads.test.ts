import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { expect, test } from "vitest";
import { withRowHeads } from "@/lib/paper/row-heads";

const SHEET = `
#set document(title: "Avgångar")
= Avgångar
#table(columns: 3, table.header([Enhet], [2024], [2025]), [Björken], [12], [9], [Lindgården], [4], [7])`;

const pdf = NodeCompiler.create().pdf({ mainFileContent: SHEET }, { pdfStandard: "ua-1" });
const source = Buffer.from(withRowHeads(pdf)).toString("latin1");

const elements = (kind: string, scope: string) =>
  source.match(new RegExp(`/S /${kind}\n(?:(?!endobj)[\\s\\S])*?/Scope /${scope}\n`, "g"))
    ?.length ?? 0;

test("a row's name is its head, a column's name is its own, and figures point at neither by a list of their own", () => {
  expect([elements("TH", "Column"), elements("TH", "Row")]).toEqual([3, 2]);
  expect(source.match(/\/S \/TD\n/g)).toHaveLength(4);
  expect(source).not.toMatch(/\/Headers \[\(/);
});

test("every object of the file stands where the file's own table says, and the table where its end says", () => {
  const at = Number(/startxref\n(\d+)\n%%EOF/.exec(source)?.[1]);
  expect(source.slice(at, at + 5)).toBe("xref\n");
  const entries = [...source.slice(at).matchAll(/(\d{10}) 00000 n\r\n/g)];
  expect(entries.length).toBeGreaterThan(20);
  entries.forEach(([, offset], i) => {
    expect(source.slice(Number(offset)).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
  });
});
