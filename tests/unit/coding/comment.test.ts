import { expect, test } from "vitest";
import { type Comment, openFrom, sealFor, sizeFor } from "@/lib/coding/comment";
import { peeledTextsFile, readPeeledTexts } from "@/lib/coding/peeled-texts";
import { custodians } from "../rounds/fixtures";

const [first, second] = custodians;
const place = { quarter: "2026-Q1", id: "a" } as const;
const comment = (why: string): Comment => ({ node: "region", series: "leaver", texts: { why } });

test("a comment opens with its coding's key, in its own place, and nowhere else", () => {
  const sealed = sealFor(first.publicPoint, "comment", place, comment("Lönen"));
  expect(openFrom(first, "comment", place, sealed)).toEqual(comment("Lönen"));
  expect(openFrom(first, "comment", { ...place, id: "b" }, sealed)).toBe(null);
  expect(openFrom(first, "comment", { ...place, quarter: "2026-Q2" }, sealed)).toBe(null);
  expect(openFrom(first, "work", place, sealed)).toBe(null);
  expect(openFrom(second, "comment", place, sealed)).toBe(null);
});

test("every comment of a coding has one size, whatever was written", () => {
  const all = [comment("x"), comment("å".repeat(3000)), comment("y")];
  const size = sizeFor(all);
  const lengths = all.map((one) => sealFor(first.publicPoint, "comment", place, one, size).length);
  expect(new Set(lengths)).toEqual(new Set([8192 + 65 + 16]));
  const work = { codes: ["pay"], paraphrase: "”å".repeat(200), reason: "å".repeat(300) };
  expect(sealFor(first.publicPoint, "work", place, work)).toHaveLength(4096 + 65 + 16);
});

test("the file between the custodians is read as it was written, and nothing else is taken for one", () => {
  const peeled = {
    round: "2026-Q2",
    blob: "ab".repeat(32),
    sealed: Uint8Array.of(1, 2, 3),
  } as const;
  expect(readPeeledTexts(peeledTextsFile(peeled))).toEqual(peeled);
  for (const wrong of ["", "{}", peeledTextsFile(peeled).replace("texts/1", "texts/2")]) {
    expect(() => readPeeledTexts(wrong)).toThrow("coding: unreadable");
  }
});
