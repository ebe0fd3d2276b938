import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openScratch } from "@/lib/threads/scratch";

const folder = mkdtempSync(path.join(tmpdir(), "sorti-scratch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a thief of the disk reads from the open file, by way of the process that holds it. */
function onTheDisk(): Buffer[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    const link = `/proc/self/fd/${fd}`;
    const found = statSync(link, { throwIfNoEntry: false });
    return found?.isFile() && found.nlink === 0 && found.size > 0 ? [readFileSync(link)] : [];
  });
}

describe("what a mix lays aside on the disk", () => {
  it("is given back piece by piece, in any order and more than once", () => {
    const scratch = openScratch(folder, 40);
    const pieces = Array.from({ length: 100 }, () => randomBytes(40));
    for (const piece of pieces) scratch.add(piece);
    expect(scratch.count).toBe(100);
    for (const place of [99, 0, 57, 57]) expect(scratch.read(place)).toEqual(pieces[place]);
    scratch.close();
  });

  it("has no name that a killed process could leave behind", () => {
    const scratch = openScratch(folder, 40);
    scratch.add(randomBytes(40));
    expect(readdirSync(folder)).toEqual([]);
    scratch.close();
  });

  it("lies there as noise: neither a piece nor two equal ones can be told", () => {
    const scratch = openScratch(folder, 4177);
    const piece = new Uint8Array(4177).fill(7);
    scratch.add(piece);
    scratch.add(piece);
    const seen = onTheDisk().filter(({ length }) => length === 2 * 4177);
    scratch.close();
    expect(seen).toHaveLength(1);
    const [bytes = Buffer.alloc(0)] = seen;
    expect(bytes.includes(Buffer.alloc(16, 7))).toBe(false);
    expect(bytes.subarray(0, 4177).equals(bytes.subarray(4177))).toBe(false);
  });

  it("takes pieces of its one length only, and knows no others", () => {
    const scratch = openScratch(folder, 40);
    expect(() => scratch.add(new Uint8Array(41))).toThrow(RangeError);
    expect(() => scratch.read(0)).toThrow(RangeError);
    scratch.close();
  });
});
