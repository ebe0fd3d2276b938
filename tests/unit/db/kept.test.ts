import { describe, expect, test } from "vitest";
import { keptWhile } from "@/lib/db/kept";

/** Something that tells how often it was made. */
function counted() {
  let made = 0;
  return () => {
    made += 1;
    return made;
  };
}

describe("what is kept between readings", () => {
  test("is made once for as long as what it is made from is the same, and anew as soon as it is not", () => {
    const make = counted();
    const [before, after] = [{ rows: 1 }, { rows: 1 }];
    expect([1, 2].map(() => keptWhile("a", before, "sum", make))).toEqual([1, 1]);
    expect(keptWhile("a", after, "sum", make)).toBe(2);
    expect(keptWhile("a", before, "sum", make)).toBe(3);
  });

  test("is kept by name and place, so that nobody gets another's", () => {
    expect(keptWhile("b", 1, "one", () => "one")).toBe("one");
    expect(keptWhile("b", 1, "two", () => "two")).toBe("two");
    expect(keptWhile("c", 1, "one", () => "elsewhere")).toBe("elsewhere");
    expect(keptWhile("b", 1, "one", () => "never made")).toBe("one");
  });

  test("is not a reading that failed: the next one tries again", async () => {
    const failing = () => Promise.reject(new Error("the database is away"));
    await expect(keptWhile("d", 1, "read", failing)).rejects.toThrow("away");
    expect(await keptWhile("d", 1, "read", () => Promise.resolve("read"))).toBe("read");
  });

  test("never grows with the addresses that somebody thinks of", () => {
    const make = counted();
    for (let i = 0; i < 1000; i += 1) keptWhile("e", 1, `search ${i}`, make);
    expect(keptWhile("e", 1, "search 999", make)).toBe(1000);
    expect(keptWhile("e", 1, "search 0", make)).toBe(1001);
  });
});
