import { describe, expect, it } from "vitest";
import { datesOf } from "@/lib/wording/day-pattern";

describe("how a language writes a day", () => {
  it("is the day, the month's name and the year in Swedish, the first two never parted", () => {
    expect(datesOf("sv-SE")).toEqual({
      day: "{day}\u00a0{month} {year}",
      months:
        "januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december",
    });
  });

  it("has another order where the language has one, and the months' names as they stand in a date", () => {
    expect(datesOf("en-US").day).toBe("{month}\u00a0{day}, {year}");
    expect(datesOf("fi").months.split(",")[1]).toBe("helmikuuta");
  });

  it("counts the same months and years everywhere", () => {
    const { day, months } = datesOf("fa");
    expect(months.split(",")).toHaveLength(12);
    expect(months).toContain("ژانویه");
    expect(day).toContain("{year}");
  });
});
