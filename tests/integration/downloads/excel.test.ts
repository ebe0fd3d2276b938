import { Readable } from "node:stream";
import readExcel from "read-excel-file/node";
import { expect, test } from "vitest";
import { excelFile } from "@/app/hr/downloads/excel-file";

test("an Excel file holds the table's heads, words as words and numbers as numbers", async () => {
  const file = await excelFile({
    title: "Enheter: 36 månader [alla] och något som är längre än ett namn får vara",
    columns: [{ head: "Enhet" }, { head: "Omsättning", share: true, digits: 1 }],
    rows: [
      ["=1+1", 0.12549],
      ["Älvstranden", "för få anställda för en siffra"],
    ],
  });
  const sheets = await readExcel(Readable.from([Buffer.from(file)]));
  expect(sheets).toEqual([
    {
      sheet: "Enheter  36 månader  alla  och ",
      data: [
        ["Enhet", "Omsättning, %"],
        ["=1+1", 12.5],
        ["Älvstranden", "för få anställda för en siffra"],
      ],
    },
  ]);
});
