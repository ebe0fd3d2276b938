import { describe, expect, it } from "vitest";
import {
  dayAndMonth,
  dayInWords,
  momentInWords,
  monthInWords,
  quarterInWords,
  quarterMonths,
  quarterRuns,
} from "@/lib/wording/date";

describe("dates are written in words", () => {
  it("keeps the day and its month on one line", () => {
    expect(dayInWords("2026-11-16", "sv")).toBe("16\u00a0november 2026");
    expect(dayInWords("2026-11-16", "en")).toBe("16\u00a0November 2026");
    expect(dayAndMonth("2026-11-13", "sv")).toBe("13\u00a0november");
  });

  it("gives a moment by the clocks in Sweden, the day first in both languages", () => {
    const moment = new Date("2026-11-22T23:28:00Z");
    expect(momentInWords(moment, "sv")).toBe("23\u00a0november 2026 kl. 00:28");
    expect(momentInWords(moment, "en")).toBe("23\u00a0November 2026 at 00:28");
  });

  it("shows the day that stands in the record, whatever the reader's time zone", () => {
    expect(dayInWords("2026-01-01", "sv")).toBe("1\u00a0januari 2026");
    expect(dayInWords("2025-12-31", "en")).toBe("31\u00a0December 2025");
  });

  it("names months and quarters", () => {
    expect(monthInWords("2026-11", "sv")).toBe("november 2026");
    expect(monthInWords("2026-11-30", "en")).toBe("November 2026");
    expect(quarterInWords("2026-Q3", "sv")).toBe("kvartal\u00a03 2026");
    expect(quarterInWords("2026-Q3", "en")).toBe("quarter\u00a03 2026");
    expect(quarterMonths("2026-Q3", "sv")).toBe("juli–september 2026");
    expect(quarterMonths("2026-Q1", "en")).toBe("January–March 2026");
  });

  it("tells a run of quarters by its ends, and the others one by one", () => {
    const quarters = ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q4", "2025-Q1"] as const;
    expect(quarterRuns(quarters, "en").map((words) => words.replaceAll("\u00a0", " "))).toEqual([
      "quarter 4 2023 – quarter 2 2024",
      "quarter 4 2024",
      "quarter 1 2025",
    ]);
    expect(quarterRuns([], "sv")).toEqual([]);
  });
});
