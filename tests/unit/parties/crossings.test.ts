import { expect, test } from "vitest";
import { CROSSINGS } from "@/lib/parties/crossings";

const content = { departures: 3, invited: 2, units: 1, numbers: "0".repeat(64) };
const heard = (said: object) =>
  CROSSINGS["untold-confirmations"].answer.safeParse({
    waiting: [
      { importId: "7b0c4c7e-54a4-4a44-9d3c-1a8f1de0c001", content: { ...content, ...said } },
    ],
  }).success;

test("of a confirmed import the collector's log takes totals and a hash, and nothing that could name anybody", () => {
  expect(heard({})).toBe(true);
  expect(heard({ name: "Anna" })).toBe(false);
  expect(heard({ unit: "VC01" })).toBe(false);
  expect(heard({ numbers: "Anna" })).toBe(false);
  expect(heard({ departures: "3" })).toBe(false);
  expect(heard({ invited: -1 })).toBe(false);
});
