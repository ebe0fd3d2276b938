import { describe, expect, test } from "vitest";
import { gapLines, gapSentence, gapSheet } from "@/components/hr/signals/gap";
import type { Say } from "@/components/hr/words";
import type { Figure } from "@/lib/disclosure/figure";
import { translator } from "@/lib/i18n/translator";
import { gapOf, gapSays, stayersAt, type YearMean } from "@/lib/signals/gap";
import { read, saying } from "../hr-view/words";

const count = (n: number): Figure => ({ kind: "count", n });
const withheld: Figure = { kind: "withheld", reason: "bounds-both-sides" };
const mean = (period: string, signal: YearMean["signal"], value: number) => ({
  ...{ period, signal, value },
});

describe("those who stay are taken from the employee survey nearest in time", () => {
  const means = [
    mean("2023", "hme", 70),
    mean("2025", "hme", 74.4),
    mean("2025", "hme_steering", 60),
  ];

  test("the last one before the answers, else the first after, with the parts it has", () => {
    expect(stayersAt(means, "2024")?.hme.total).toBe(70);
    expect(stayersAt(means, "2020")?.year).toBe("2023");
    expect(stayersAt(means, "2026")).toEqual({
      year: "2025",
      hme: { total: 74, motivation: null, leadership: null, steering: 60 },
    });
  });

  test("and none is missing, not zero", () => {
    expect(stayersAt([], "2025")).toBeNull();
    expect(gapOf(count(50), null)).toBeNull();
  });
});

describe("a gap claims no more than the leavers' figure does", () => {
  test("a bound on one side is a bound on the other side of the gap", () => {
    expect(gapOf(count(58), 72)).toEqual(count(14));
    expect(gapOf({ kind: "about", n: 58 }, 72)).toEqual({ kind: "about", n: 14 });
    expect(gapOf({ kind: "at-most", n: 58 }, 72)).toEqual({ kind: "at-least", n: 14 });
    expect(gapOf({ kind: "at-least", n: 80 }, 72)).toEqual({ kind: "at-most", n: -8 });
    expect(gapOf(withheld, 72)).toEqual(withheld);
  });

  test("a bound that leaves both open, and a difference within the noise, say so", () => {
    expect(gapSays({ kind: "at-least", n: -3 }, null).says).toBe("unclear");
    expect(gapSays({ kind: "at-most", n: 3 }, null).says).toBe("unclear");
    expect(gapSays({ kind: "about", n: 6 }, 6).says).toBe("noise");
    expect(gapSays({ kind: "about", n: 7 }, 6)).toEqual({ says: "under", points: 7 });
    expect(gapSays(count(0), null).says).toBe("same");
  });
});

describe("in words", () => {
  const signals = saying("sv", "signals");
  const say: Say = (key, values) => signals(`gap.${key}`, values);
  const sentence = (left: Figure, stay: number | null, noise: number | null = null) =>
    read(gapSentence({ left, stay, noise, gap: gapOf(left, stay) }, "De", say));

  test("every state of a gap has its sentence", () => {
    expect(sentence(count(58), 72)).toBe("De ligger 14 punkter lägre i HME än de som är kvar.");
    expect(sentence(count(73), 72)).toBe("De ligger en punkt högre i HME än de som är kvar.");
    expect(sentence({ kind: "at-most", n: 58 }, 72)).toContain("minst 14 punkter lägre");
    expect(sentence({ kind: "at-least", n: 80 }, 72)).toContain("minst 8 punkter högre");
    expect(sentence({ kind: "at-least", n: 70 }, 72)).toContain(
      "på minst 70, och de som är kvar på 72",
    );
    expect(sentence({ kind: "about", n: 60 }, 72, 5)).toContain("ungefär 12 punkter lägre");
    expect(sentence({ kind: "about", n: 70 }, 72, 5)).toContain("än vad slumptalen kan ge");
    expect(sentence(count(72), 72)).toContain("lika i HME");
    expect(sentence(withheld, 72)).toContain("kan inte visas");
    expect(sentence(count(58), null)).toContain("saknas");
  });

  test("the file has a number and how it is to be read, and words where there is none", () => {
    const hme = {
      total: withheld,
      motivation: count(50),
      leadership: count(51),
      steering: count(52),
    };
    const stayers = {
      year: "2025",
      hme: { total: 70, motivation: 71, leadership: null, steering: 73 },
    };
    const figures = translator("sv", "figures");
    const lines = gapLines({ hme, noise: null }, stayers, say);
    const { rows } = gapSheet("", lines, { say, figures, first: "Del" });
    expect(rows[0]?.slice(1)).toEqual([
      ...["", figures("withheld.bounds-both-sides"), "", 70],
      ...["", figures("withheld.bounds-both-sides")],
    ]);
    expect(rows[1]?.slice(1)).toEqual([50, "", "", 71, 21, ""]);
    expect(rows[2]?.slice(4)).toEqual(["saknas", "saknas", ""]);
  });
});
