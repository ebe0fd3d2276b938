import { describe, expect, it } from "vitest";
import { isTimeForKeys, quartersToMake, readyAhead, roundsAhead } from "@/lib/ceremony/ahead";
import { lastDrill } from "@/lib/ceremony/drills";
import type { Quarter } from "@/lib/quarters/quarter";

const round = (quarter: Quarter, state: string) => ({
  quarter,
  state,
  custodianKeys: [`one ${quarter}`, `two ${quarter}`] as const,
});
const keysOf = (custodian: 1 | 2, ...quarters: Quarter[]) =>
  quarters.map((quarter) => {
    const publicKey = `${custodian === 1 ? "one" : "two"} ${quarter}`;
    return { custodian, quarter, publicKey };
  });

const OPEN = [round("2026-Q3", "mixed"), round("2026-Q4", "issuing"), round("2027-Q1", "planned")];

describe("the rounds ahead", () => {
  it("are the four after the open one, with both custodians' keys", () => {
    const quarters: Quarter[] = ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"];
    const keys = [...keysOf(1, ...quarters), ...keysOf(2, ...quarters)];
    const known = { rounds: OPEN, keys, thisQuarter: "2026-Q4" } as const;
    const ahead = roundsAhead(known);
    expect(ahead.map(({ quarter }) => quarter)).toEqual(quarters);
    expect(ahead.map(({ planned }) => planned)).toEqual([true, false, false, false]);
    expect(readyAhead(ahead)).toBe(4);
    expect(isTimeForKeys(ahead)).toBe(false);
    expect(quartersToMake(known, 1)).toEqual(["2028-Q1", "2028-Q2", "2028-Q3", "2028-Q4"]);
  });

  it("begin with this quarter before the first round, and with the planned one before it opens", () => {
    const empty = { rounds: [], keys: [], thisQuarter: "2026-Q4" } as const;
    expect(roundsAhead(empty)[0]).toEqual({
      quarter: "2026-Q4",
      planned: false,
      keys: ["missing", "missing"],
    });
    const planned = { ...empty, rounds: [round("2027-Q1", "planned")] };
    expect(roundsAhead(planned)[0]?.quarter).toBe("2027-Q1");
  });

  it("count a key on the other custodian's machine when the signed manifest names it", () => {
    const keys = keysOf(1, "2027-Q1", "2027-Q2");
    const known = { rounds: OPEN, keys, thisQuarter: "2026-Q4" } as const;
    expect(roundsAhead(known).map((round) => round.keys)).toEqual([
      ["here", "elsewhere"],
      ["here", "missing"],
      ["missing", "missing"],
      ["missing", "missing"],
    ]);
    expect(quartersToMake(known, 1)).toEqual(["2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"]);
    expect(quartersToMake(known, 2)).toEqual(["2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"]);
  });

  it("count a key whose public half was carried here, before any manifest names it", () => {
    const quarters: Quarter[] = ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"];
    const carried = keysOf(2, ...quarters).map((key) => ({ ...key, carried: true as const }));
    const keys = [...keysOf(1, ...quarters), ...carried];
    const known = { rounds: [], keys, thisQuarter: "2027-Q1" } as const;
    const ahead = roundsAhead(known);
    expect(ahead.map((round) => round.keys)).toEqual(quarters.map(() => ["here", "elsewhere"]));
    expect([readyAhead(ahead), isTimeForKeys(ahead)]).toEqual([4, false]);
    expect(quartersToMake(known, 2)).toEqual(["2028-Q1", "2028-Q2", "2028-Q3", "2028-Q4"]);
    const signed = {
      rounds: [{ ...round("2027-Q1", "planned"), custodianKeys: ["one 2027-Q1", "x"] }],
    } as const;
    expect(roundsAhead({ ...known, ...signed })[0]?.keys).toEqual(["here", "other"]);
  });

  it("with both keys for fewer than two rounds are a warning: a round cannot close before the next is signed", () => {
    const keys = [...keysOf(1, "2027-Q1", "2027-Q2"), ...keysOf(2, "2027-Q1")];
    const one = roundsAhead({ rounds: OPEN, keys, thisQuarter: "2026-Q4" });
    expect([readyAhead(one), isTimeForKeys(one)]).toEqual([1, true]);
    const more = [...keys, ...keysOf(2, "2027-Q2")];
    const two = roundsAhead({ rounds: OPEN, keys: more, thisQuarter: "2026-Q4" });
    expect([readyAhead(two), isTimeForKeys(two)]).toEqual([2, false]);
  });

  it("do not count a key that is not the one in the signed manifest", () => {
    const wrong = { custodian: 1, quarter: "2027-Q1", publicKey: "another" } as const;
    const known = { rounds: OPEN, keys: [wrong], thisQuarter: "2026-Q4" } as const;
    const ahead = roundsAhead(known);
    expect(ahead[0]?.keys).toEqual(["other", "elsewhere"]);
    expect(readyAhead(ahead)).toBe(0);
    expect(quartersToMake(known, 1)).not.toContain("2027-Q1");
  });
});

describe("the last drill", () => {
  const entry = (day: string, told: object, kind = "key-drill") => ({
    day,
    kind,
    content: JSON.stringify(told),
  });
  const quarters = ["2027-Q1"];

  it("is told from the public log, for each custodian, sheet and passphrase apart", () => {
    const log = [
      entry("2026-01-01", { custodian: 1, by: "sheet", quarters }),
      entry("2026-02-01", { custodian: 1, by: "passphrase", quarters }),
      entry("2026-03-01", { custodian: 2, by: "sheet", quarters }),
      entry("2026-04-01", { custodian: 1, by: "sheet", quarters: ["x"] }),
      entry("2026-05-01", { quarter: "2027-Q1" }, "mixed"),
    ];
    expect(lastDrill(log, 1, "sheet")).toEqual({ day: "2026-01-01", by: "sheet", quarters });
    expect(lastDrill(log, 1, "passphrase")?.day).toBe("2026-02-01");
    expect(lastDrill(log, 2, "passphrase")).toBeNull();
  });
});
