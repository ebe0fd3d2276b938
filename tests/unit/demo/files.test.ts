import { describe, expect, it } from "vitest";
import { demoRegion } from "@/lib/demo/region";
import { readDepartures } from "@/lib/departures/read";
import { straight } from "@/lib/imports/pace";
import { readSignals } from "@/lib/signals/read";
import { readHeadcount } from "@/lib/units/headcount-read";
import { readUnits } from "@/lib/units/read";

const region = demoRegion("2026-Q4", "2026-11-22");
const bytes = (text: string) => new TextEncoder().encode(text);

describe("the demonstration's files", () => {
  it("have the import's columns, with semicolons between", () => {
    const [units, headcount, departures] = [
      region.files.units,
      region.files.headcount,
      region.files.departures,
    ].map((file) => file.split("\n")[0]);
    expect(units).toBe("code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors");
    expect(headcount).toBe("unit_code;month;permanent_headcount");
    expect(departures).toBe(
      "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery;protected",
    );
  });

  it.each(["2026-10-01", "2026-11-22", "2026-12-31"])(
    "are imported on %s without a single problem, and come out as they went in",
    (today) => {
      const { files, units, headcount, departures, signals } = demoRegion("2026-Q4", today);
      expect(straight(readUnits(bytes(files.units), []))).toEqual({ ok: true, rows: units });
      const read = straight(readHeadcount(bytes(files.headcount), units));
      expect(read.ok && [...read.rows]).toEqual(headcount);
      expect(straight(readSignals(bytes(files.signals), units))).toEqual({
        ok: true,
        rows: signals,
      });
      const facts = { pseudonym: (ref: string) => ref, today, units, stored: [] };
      expect(straight(readDepartures(bytes(files.departures), facts))).toEqual({
        ok: true,
        rows: departures,
      });
    },
  );

  it("are the same every time", () => {
    const again = demoRegion("2026-Q4", "2026-11-22");
    expect(again.files).toEqual(region.files);
    for (const quarter of again.closedQuarters) {
      expect(again.answersFor(quarter)).toEqual(region.answersFor(quarter));
    }
  });

  it("tell of no month that has not ended", () => {
    const months = (today: string) =>
      demoRegion("2026-Q4", today)
        .headcount.map(({ month }) => month)
        .sort();
    expect([months("2026-10-01")[0], months("2026-10-01").at(-1)]).toEqual(["2021-01", "2026-09"]);
    expect(months("2026-10-31").at(-1)).toBe("2026-09");
    expect(months("2026-11-22").at(-1)).toBe("2026-10");
    expect(months("2026-12-31").at(-1)).toBe("2026-11");
  });
});
