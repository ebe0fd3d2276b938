import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build";
import { demoFacts } from "./demo-facts";
import { page, published, text } from "./rendered";

const facts = demoFacts();
const decided = { scope: "all-units", decidedOn: "2026-10-01", units: 85 } as const;
const first = { ...decided, number: 1, from: "2027-Q1" } as const;

describe("the way to all units", () => {
  it("tells what is decided of the quarters after the report, in words and in figures", () => {
    const report = published({ ...facts, decisions: [first] });
    expect(report.snapshot.coming).toEqual([{ from: "2027-Q1", scope: "all-units", units: 85 }]);
    expect(text(page(report, "sv"))).toContain(
      "Beslutat: från kvartal 1 2027 är alla enheter med, 85 enheter.",
    );
  });

  it("leaves out what has begun, what was decided after the report was due, and what was decided otherwise since", () => {
    const coming = (...decisions: NonNullable<typeof facts.decisions>) =>
      buildReport({ ...facts, decisions }).coming;
    expect(coming({ ...first, from: "2026-Q3" })).toBeUndefined();
    expect(coming({ ...first, decidedOn: "2026-12-24" })).toBeUndefined();
    const since = {
      ...first,
      number: 2,
      scope: "all-centres",
      from: "2026-Q4",
      units: 30,
    } as const;
    expect(coming(first, since)).toEqual([{ from: "2026-Q4", scope: "all-centres", units: 30 }]);
  });
});
