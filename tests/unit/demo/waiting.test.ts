import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { demoRegion } from "@/lib/demo/region";
import { departureFiles } from "@/lib/demo/waiting";

const rowsOf = (file: string): Record<string, string>[] =>
  parse(file, { columns: true, delimiter: ";" });

test.each(["2026-Q3", "2026-Q4"] as const)(
  "in %s the quarter's last month waits for the auditor, and no visitor waits with it",
  (quarter) => {
    const region = demoRegion(quarter);
    const files = departureFiles(region);
    const [known, waiting] = [rowsOf(files.known), rowsOf(files.waiting)];
    expect(known.length + waiting.length).toBe(region.departures.length);
    expect(waiting.length).toBeGreaterThan(10);
    const month = quarter === "2026-Q3" ? "2026-09" : "2026-12";
    for (const row of waiting) {
      expect(row["last_day"]?.slice(0, 7)).toBe(month);
      expect(region.visitors).not.toContain(row["employee_ref"]);
    }
    // A file speaks for its units' months: the second must not take away what the first brought.
    const spoken = new Set(waiting.map((row) => row["unit_code"]));
    const inMonth = known.filter((row) => row["last_day"]?.startsWith(month));
    expect(inMonth.filter((row) => spoken.has(row["unit_code"]))).toEqual([]);
  },
);
