import { expect, test } from "vitest";
import { canonicalJson } from "@/lib/sealing/canonical";
import { afterPromise, type Promised } from "@/lib/transparency/promised";
import { verifyLog } from "@/lib/transparency/verify";
import { manifest, signed, signerKeys } from "../rounds/fixtures";
import { chainOf, downloaded, LIFE, ROUND } from "./a-log";

type Line = readonly [string, Readonly<Record<string, unknown>>];

const terms = (k: number, c = 1) => ({ k, c, graceDays: 3 });
const planned = (k: number): Line => ["round-planned", { limits: { k, c: 1 } }];
const change = (kind: string, number: number, from: number, to: number, c = 1): Line => [
  `change-${kind}`,
  { what: "limits", number, from: terms(from), to: terms(to, c), reason: "Beslut 7" },
];

/** The first line that cannot be believed; null when every one can. */
function firstDoubt(...lines: readonly Line[]): number | null {
  let promised: Promised = {};
  for (const [place, [kind, content]] of lines.entries()) {
    const next = afterPromise(promised, kind, content);
    if (next === "limits") return place;
    promised = next;
  }
  return null;
}

test("a log shows that limits were made stronger by one, or weaker by two, before a round was planned with them", () => {
  expect(firstDoubt(planned(8), change("made", 1, 8, 10), planned(10))).toBeNull();
  const both = [change("proposed", 1, 8, 6), change("confirmed", 1, 8, 6)];
  expect(firstDoubt(planned(8), ...both, planned(6))).toBeNull();
});

test.each([
  ["a round with a lower limit than the one in force", [planned(8), planned(6)], 1],
  ["limits that one person made weaker", [planned(8), change("made", 1, 8, 6)], 1],
  ["an insider that one person left out", [planned(8), change("made", 1, 8, 9, 0)], 1],
  ["a confirmation of what nobody proposed", [planned(8), change("confirmed", 1, 8, 6)], 1],
  [
    "a confirmation of less than what was proposed",
    [planned(8), change("proposed", 1, 8, 7), change("confirmed", 1, 8, 5)],
    2,
  ],
  [
    "a confirmation of what had been refused",
    [change("proposed", 1, 8, 6), change("refused", 1, 8, 6), change("confirmed", 1, 8, 6)],
    2,
  ],
  [
    "a round planned with what is only proposed",
    [planned(8), change("proposed", 1, 8, 6), planned(6)],
    2,
  ],
  ["a change that starts from what never held", [planned(8), change("made", 1, 5, 6)], 1],
] as const)("a log is not believed at %s", (_, lines, place) => {
  expect(firstDoubt(...lines)).toBe(place);
});

test("what both custodians signed counts, not what the line beside it says", async () => {
  const weaker = canonicalJson({ ...manifest, quarter: "2027-Q4", limits: { k: 5, c: 0 } });
  const round = { ...ROUND, quarter: "2027-Q4" as const, ...signed(weaker) };
  const hash = Buffer.from(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(weaker)),
  ).toString("hex");
  const said = { quarter: "2027-Q4", manifestHash: hash, limits: manifest.limits };
  const log = chainOf([...LIFE, ["round-planned", said]]);
  const verdict = await verifyLog(downloaded(log, [ROUND, round]), { keys: signerKeys });
  expect(verdict.broken).toEqual({ seq: LIFE.length + 1, reason: "limits" });
});
