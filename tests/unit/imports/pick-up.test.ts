import { expect, test } from "vitest";
import { freeName, kindOfFile, waitingFiles } from "@/lib/imports/pick-up";

test("a file says by its name what it holds, and one that is none of ours stays", () => {
  expect(kindOfFile("departures_2026-11.csv")).toBe("departures");
  expect(kindOfFile("Units.XLSX")).toBe("units");
  for (const name of ["readme.txt", "units.csv.part", ".units.csv", "~units.xlsx", "units"]) {
    expect(kindOfFile(name), name).toBeNull();
  }
});

test("units come before what hangs on them, and a file that may not be whole waits", () => {
  const now = new Date("2026-11-22T02:30:00Z");
  const written = (name: string, secondsAgo: number) => ({
    name,
    writtenAt: new Date(now.getTime() - secondsAgo * 1000),
  });
  const found = [
    written("departures.csv", 600),
    written("headcount-2.csv", 600),
    written("headcount-1.csv", 119),
    written("units.csv", 120),
  ];
  expect(waitingFiles(found, now).map(({ name }) => name)).toEqual([
    ...["units.csv", "headcount-2.csv", "departures.csv"],
  ]);
});

test("no file is put over another", () => {
  expect(freeName("units.csv", new Set())).toBe("units.csv");
  expect(freeName("units.csv", new Set(["units.csv", "units-2.csv"]))).toBe("units-3.csv");
});
