import { expect, test } from "vitest";
import { straight } from "@/lib/imports/pace";
import { planHeadcount } from "@/lib/units/headcount-plan";
import { readHeadcount } from "@/lib/units/headcount-read";

test("a file of 200 000 lines is read and planned as a whole", () => {
  const units = Array.from({ length: 2000 }, (_, i) => `V${i}`);
  const lines = units.flatMap((code) =>
    Array.from({ length: 100 }, (_, m) => {
      const month = `${2016 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
      return `${code};${month};${20 + (m % 30)}`;
    }),
  );
  const bytes = new TextEncoder().encode(
    ["unit_code;month;permanent_headcount", ...lines].join("\r\n"),
  );
  const lives = units.map((code) => ({ code, validFrom: "2010-01-01", validTo: null }));
  const start = performance.now();
  const read = straight(readHeadcount(bytes, lives));
  const parsed = performance.now();
  const plan = planHeadcount([], read.ok ? [...read.rows] : []);
  const planned = performance.now();
  process.stdout.write(
    `headcount, 200 000 lines: read ${Math.round(parsed - start)} ms, ` +
      `planned ${Math.round(planned - parsed)} ms\n`,
  );
  expect(plan.added).toHaveLength(200_000);
});
