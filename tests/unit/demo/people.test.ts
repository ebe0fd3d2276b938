import { describe, expect, it } from "vitest";
import { demoRegion } from "@/lib/demo/region";
import { linkWindow } from "@/lib/invitations/link-window";
import { firstDayOf, lastDayOf, type Quarter, quarterOf } from "@/lib/quarters/quarter";

const QUARTERS: readonly Quarter[] = ["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"];

function daysOf(quarter: Quarter): string[] {
  const days: string[] = [];
  const last = Date.parse(lastDayOf(quarter));
  for (let day = Date.parse(firstDayOf(quarter)); day <= last; day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}

describe.each(QUARTERS)("those who leave when %s is open", (quarter) => {
  const region = demoRegion(quarter);
  const { departures } = region;
  const invited = departures.filter(({ kind }) => kind === "resignation" || kind === "retirement");
  const leaveNow = invited.filter(({ lastDay }) => quarterOf(lastDay) === quarter);

  it("have references and addresses that occur once, and never a name in them", () => {
    const refs = departures.map(({ employeeRef }) => employeeRef);
    expect(new Set(refs).size).toBe(refs.length);
    const addresses = departures.flatMap(({ email, privateEmail }) =>
      [email, privateEmail].filter((address) => address !== null),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^e\d{6}@(norrsjo|hemma)\.example$/);
  });

  it("retire in about 22 cases of 100 of those who are invited", () => {
    const retiring = invited.filter(({ kind }) => kind === "retirement");
    expect(retiring.length / invited.length).toBeCloseTo(0.22, 1.6);
  });

  it("include one death, one transfer, moves inside the region and ends of fixed terms", () => {
    const count = (wanted: string) => departures.filter(({ kind }) => kind === wanted).length;
    expect([count("death"), count("transfer")]).toEqual([1, 1]);
    expect(count("internal_move") / departures.length).toBeCloseTo(0.13, 1.5);
    expect(count("fixed_term_end") / departures.length).toBeCloseTo(0.15, 1.5);
    expect(count("redundancy") + count("other")).toBeGreaterThan(50);
  });

  it("include two with protected identity, for whom the file holds no way to reach them", () => {
    const guarded = departures.filter((row) => row.protected);
    expect(guarded).toHaveLength(2);
    for (const { email, privateEmail, delivery } of guarded) {
      expect([email, privateEmail, delivery]).toEqual([null, null, "letter"]);
    }
  });

  it("include some with a private address, some who get a letter and some who read English", () => {
    expect(leaveNow.filter(({ privateEmail }) => privateEmail !== null).length).toBeGreaterThan(5);
    expect(leaveNow.filter(({ delivery }) => delivery === "letter").length).toBeGreaterThan(1);
    expect(leaveNow.filter(({ language }) => language === "en").length).toBeGreaterThan(1);
  });

  it("leave a visitor a link that opens, on every day of the quarter, in Swedish and in English", () => {
    const visitors = departures.filter(({ employeeRef }) => region.visitors.includes(employeeRef));
    expect(visitors.length).toBeGreaterThanOrEqual(8);
    expect(visitors.length).toBeLessThanOrEqual(18);
    expect(visitors.some(({ language }) => language === "en")).toBe(true);
    expect(visitors.some(({ unitCode }) => unitCode === "VC16")).toBe(true);
    for (const day of daysOf(quarter)) {
      const windows = visitors.map(({ lastDay }) => linkWindow(lastDay));
      expect(windows.some(({ from, to }) => from <= day && day <= to)).toBe(true);
    }
  });

  it("leave in every month of the quarter", () => {
    const months = new Set(leaveNow.map(({ lastDay }) => lastDay.slice(0, 7)));
    expect(months.size).toBe(3);
    expect(leaveNow.length).toBeGreaterThan(80);
  });
});
