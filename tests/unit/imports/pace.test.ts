import { describe, expect, test } from "vitest";
import { paced, partOf, straight } from "@/lib/imports/pace";
import { readRecords } from "@/lib/imports/records";
import { lastTold } from "@/lib/imports/watched";

const lines = (n: number) =>
  Array.from({ length: n }, (_, i) => `V${i};"Enhet ""${i}"", vid\nån";${i}`).join("\n");

function readSlowly(text: string) {
  const records: [string | undefined, number][] = [];
  const shares: number[] = [];
  const steps = readRecords(text, (cells, line) => records.push([cells[0], line]));
  return paced(steps, (share) => void shares.push(share)).then((read) => ({
    read,
    records,
    shares,
  }));
}

describe("reading a large file", () => {
  test("says how far it is as it goes, and numbers every line as in the file", async () => {
    const { read, records, shares } = await readSlowly(`code;name;n\n${lines(40_000)}`);
    expect(read).toEqual({ ok: true });
    expect(records).toHaveLength(40_001);
    expect(records.at(-1)).toEqual(["V39999", 80_000]);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("finds a quotation mark that never ends after the last line that it could read", async () => {
    const text = `code;name;n\n${lines(20_000)}\nX;"open;1\n${lines(20_000)}`;
    expect((await readSlowly(text)).read).toMatchObject({ ok: false });
    const short = readRecords('a;b\n1;2\n3;"4\n', () => undefined);
    expect(straight(short)).toEqual({ ok: false, endedAt: 2 });
  });
});

test("a part of a work moves the whole between its own two marks", () => {
  const said: number[] = [];
  const part = partOf((share) => void said.push(share), 0.5, 0.9);
  void part(0);
  void part(0.5);
  void part(1);
  expect(said.map((share) => share.toFixed(2))).toEqual(["0.50", "0.70", "0.90"]);
});

test("what the server says is heard line by line, and half a line not at all", () => {
  expect(lastTold('{"done":3}\n{"done":4}\n{"do')).toEqual({ done: 4 });
  expect(lastTold('{"done":100}\n{"next":"/hr/import/1"}\n')).toEqual({ next: "/hr/import/1" });
  for (const text of ["", '{"done":3}', "<html>\n</html>\n", "null\n", '{"done":"3"}\n']) {
    expect(lastTold(text)).toBeNull();
  }
});
