import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/guard/finding";
import { findIdentities } from "@/lib/guard/guard";
import { corpus } from "./corpus";
import { names } from "./lists";

const overlaps = (a: Finding, b: Finding) => a.kind === b.kind && a.from < b.to && b.from < a.to;

const read = corpus.map(({ text, marked }) => ({
  text,
  marked,
  found: findIdentities(text, names),
}));
const passage = (text: string, { kind, from, to }: Finding) =>
  `${kind} ”${text.slice(from, to)}”: ${text}`;
const wrong = read.flatMap(({ text, marked, found }) =>
  found
    .filter((one) => !marked.some((other) => overlaps(one, other)))
    .map((one) => passage(text, one)),
);
const missed = read.flatMap(({ text, marked, found }) =>
  marked
    .filter((one) => !found.some((other) => overlaps(one, other)))
    .map((one) => passage(text, one)),
);
const marks = read.flatMap(({ marked }) => marked).length;
const finds = read.flatMap(({ found }) => found).length;

describe("the guard on sentences of the kind people write", () => {
  it("is tried on at least 200 sentences, with and without something to point at", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(corpus.filter(({ marked }) => marked.length > 0).length).toBeGreaterThan(80);
    expect(corpus.filter(({ marked }) => marked.length === 0).length).toBeGreaterThan(80);
  });

  it("finds at least 9 of 10 passages, and at least 9 of 10 findings are right", () => {
    const precision = (finds - wrong.length) / finds;
    const recall = (marks - missed.length) / marks;
    process.stdout.write(
      `guard: ${corpus.length} sentences, ${marks} passages; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n` +
        [
          ...wrong.map((one) => `  wrongly: ${one}\n`),
          ...missed.map((one) => `  missed: ${one}\n`),
        ].join(""),
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
