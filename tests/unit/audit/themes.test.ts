import { describe, expect, it } from "vitest";
import { attackReadings } from "@/lib/audit/attack";
import type { LeakRule } from "@/lib/audit/leak";
import { geometricNoise, type Noise } from "@/lib/disclosure/noise";
import { type Paraphrase, type ThemeTable, themeTable } from "@/lib/disclosure/theme-table";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { CODE_BOOK, THEMES } from "@/lib/themes/code-book";
import { tossed } from "../disclosure/attacks/dice";
import { rules } from "../disclosure/small-survey";
import { collected } from "./collected";

const FIRST: Quarter = "2025-Q1";
const ROUNDS = Array.from({ length: 12 }, (_, n) => rules({ quarter: shiftQuarter(FIRST, n) }));
const [GROUP = ""] = ROUNDS[0]?.tree.pictured ?? [];

type Given = {
  readonly themes: readonly object[];
  readonly paraphrases?: readonly object[];
  /** Comments that the log says were opened for each reading. */
  readonly comments?: number;
  readonly counted?: number;
};

function said({ themes, paraphrases = [], comments = 12, counted = 1000 }: Given) {
  const { rounds } = collected(ROUNDS, [], counted);
  const opened = ROUNDS.map(({ quarter }) => ({ quarter, comments }));
  const readings = { codeBook: CODE_BOOK, themes, paraphrases, opened };
  const leaks = attackReadings({ rounds, readings });
  return [...new Set(leaks.map(({ rule }) => rule))];
}

const noise = geometricNoise(tossed("themes"));

/** Twelve who wrote and thirty who did not, read after one round. */
function read(change: Partial<ThemeTable> = {}, drawn: Noise = noise): ThemeTable {
  const coded = Array.from({ length: 12 }, (_, n) => (n % 2 ? ["workload"] : ["pay", "heard"]));
  const place = { node: "region", series: "leaver", from: FIRST, to: FIRST } as const;
  return { ...themeTable({ ...place, silent: 30, coded }, THEMES, drawn), ...change };
}

const told = (change: Partial<Paraphrase> = {}): Paraphrase => ({
  ...{ node: "region", to: FIRST, place: 1, text: "Schemat gick inte ihop." },
  ...change,
});

describe("the attacker of releases finds nothing in readings as the desk makes them", () => {
  it("of three years, with their paraphrases", () => {
    const themes = ROUNDS.map(({ quarter }) => read({ from: quarter, to: quarter }));
    const paraphrases = [told(), told({ place: 2 })];
    expect(said({ themes, paraphrases })).toEqual([]);
  });

  it("where the region takes what a group never gathered enough of", () => {
    const themes = [read(), read({ from: FIRST, to: "2026-Q2" })];
    expect(said({ themes })).toEqual([]);
  });
});

describe("the attacker stops a reading", () => {
  const small = read({ n: 29 });
  const { "no-text": _, ...withoutSilent } = read().counts;
  const { pay: __, ...withoutPay } = read().counts;
  it.each<readonly [string, Given, LeakRule]>([
    ["of nine who wrote", { themes: [read()], comments: 9 }, "too-few"],
    [
      "of two groups in which only one can have ten who wrote",
      { themes: [read(), read({ series: "retiree" })], comments: 19 },
      "too-few",
    ],
    ["of fewer than thirty people", { themes: [small] }, "too-few"],
    ["of a unit", { themes: [read({ node: "unit:A" as never })] }, "unknown-place"],
    ["of a quarter without a manifest", { themes: [read({ to: "2030-Q1" })] }, "unknown-round"],
    ["that begins before the first round", { themes: [read({ from: "2024-Q4" })] }, "wrong-span"],
    [
      "that does not say how many wrote nothing",
      { themes: [read({ counts: withoutSilent })] },
      "wrong-codes",
    ],
    [
      "that leaves out a theme nobody wrote of",
      { themes: [read(), read({ series: "retiree", counts: withoutPay })], comments: 24 },
      "wrong-codes",
    ],
    [
      "with a theme of its own",
      { themes: [read({ counts: { ...read().counts, "what-eva-said": 3 } })] },
      "wrong-codes",
    ],
    ["with who read it", { themes: [{ ...read(), codedBy: "ida" }] }, "wrong-shape"],
    [
      "of more people than answers were counted",
      { themes: [read()], counted: 40 },
      "too-many-counted",
    ],
    [
      "with more paraphrases than comments",
      {
        themes: [read()],
        comments: 10,
        paraphrases: Array.from({ length: 11 }, (_, n) => told({ place: n + 1 })),
      },
      "too-many-counted",
    ],
    [
      "whose paraphrase says who wrote it",
      { themes: [read()], paraphrases: [{ ...told(), series: "retiree" }] },
      "wrong-shape",
    ],
    [
      "with a paraphrase taken away afterwards",
      { themes: [read()], paraphrases: [told({ place: 2 })] },
      "wrong-shape",
    ],
    [
      "with a paraphrase of a group that was not read",
      { themes: [read()], paraphrases: [told({ node: `group:${GROUP}` })] },
      "unknown-place",
    ],
  ])("%s", (_, given, rule) => {
    expect(said(given)).toContain(rule);
  });
});

describe("a reading broken on purpose is caught", () => {
  const quarters = ROUNDS.map(({ quarter }) => quarter);
  const every = (drawn: Noise) =>
    quarters.map((quarter) => read({ from: quarter, to: quarter }, drawn));

  it("themes counted without noise", () => {
    expect(said({ themes: every(() => 0) })).toEqual(["noise-missing"]);
  });

  it("themes rounded instead of noised", () => {
    const rounded = every(noise).map((table) => ({
      ...table,
      counts: Object.fromEntries(
        Object.entries(table.counts).map(([code, n]) => [code, Math.round(n / 5) * 5]),
      ),
    }));
    const groups = rounded.flatMap((table) => [table, { ...table, series: "retiree" as const }]);
    expect(said({ themes: groups, comments: 24 })).toEqual(["rounded"]);
  });

  it("themes whose noise is drawn at each reading: the same people stand in two tables", () => {
    expect(said({ themes: [read(), read()], comments: 24 })).toEqual(["counted-twice"]);
  });

  it("a group's comments read a second time with the next quarter's, so that the difference shows the newcomers", () => {
    const node = `group:${GROUP}` as const;
    const again = [read({ node }), read({ node, from: FIRST, to: "2025-Q2" })];
    expect(said({ themes: again })).toEqual(["counted-twice"]);
  });
});
