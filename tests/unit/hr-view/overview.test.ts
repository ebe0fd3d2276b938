import { describe, expect, test } from "vitest";
import { chosenKind, kindWord } from "@/components/hr/kind";
import { funnelLimits, funnelUnit, placesOf } from "@/components/hr/overview/funnel-view";
import {
  chanceFinding,
  headline,
  noticeWords,
  type OverviewWords,
  trendFinding,
  why,
} from "@/components/hr/overview/sentences";
import { overAnyReading, overviewView } from "@/components/hr/overview/view";
import { translator } from "@/lib/i18n/translator";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { Locale } from "@/lib/wording/number";
import { centre, leaving, REGION } from "./region";
import { read, saying } from "./words";

function words(locale: Locale): OverviewWords {
  const common = translator(locale, "common");
  return {
    say: saying(locale, "hrOverview"),
    locale,
    numeral: (n) => common("numeral", { n }),
  };
}

const view = overviewView(REGION, "2025-12", MOTION_POLICY, "primary_care");
const calm = overviewView(REGION.slice(2, 8), "2025-12", MOTION_POLICY, null);

describe("The overview begins with its finding", () => {
  test("the heading names the units to prioritise, and only those of the kind shown", () => {
    expect(read(headline(view, words("sv")))).toBe(
      "En vårdcentral behöver mest uppmärksamhet: Björken",
    );
    expect(read(headline(view, words("en")))).toBe(
      "One health centre needs the most attention: Björken",
    );
  });

  test("it says why in the motion's own terms, and how far the figures reach", () => {
    expect(read(why(view, words("sv")))).toBe(
      "Den har haft minst 10\u202f% personalomsättning varje år 2023–2025, och fler avgångar än slumpen brukar ge. Till och med december 2025.",
    );
  });

  test("when no unit needs to be prioritised it says so", () => {
    expect(read(headline(calm, words("sv")))).toBe("Ingen enhet behöver prioriteras just nu");
    expect(read(why(calm, words("sv")))).toBe(
      "Ingen ligger över motionens gräns. Till och med december 2025.",
    );
  });

  test("units of other kinds that need a look are not hidden by the choice of kind", () => {
    expect(view.elsewhere.map(({ name }) => name)).toEqual(["Akuten"]);
  });
});

describe("Chance is said beside every comparison", () => {
  test("how many lie above what chance gives, and how many chance alone would put there", () => {
    expect(read(chanceFinding(view, words("sv")))).toBe(
      "En vårdcentral har fler avgångar än jämförbara enheter. Färre än en av 8 väntas hamna där av ren slump.",
    );
    expect(read(chanceFinding(calm, words("en")))).toBe(
      "No unit has more departures than corresponding units. Fewer than one of 6 is expected there by pure chance.",
    );
  });

  test("a unit's point lies above the 95 % curve exactly when the exact test says so", () => {
    const places = placesOf(view.units, MOTION_POLICY);
    const { upper95 } = funnelLimits(places);
    const outside = places.map((place) => {
      const point = funnelUnit(place);
      const curve = upper95.filter(({ x }) => x <= point.expected).at(-1)?.y ?? 0;
      return [point.name, point.times >= curve, point.mark];
    });
    expect(outside.filter(([, above]) => above)).toEqual([["Björken", true, "filled"]]);
    expect(outside.find(([name]) => name === "Lind")).toEqual(["Lind", false, "hollow"]);
  });

  test("a trend without any of the four rules is called steady", () => {
    expect(read(trendFinding(calm.trend, words("sv")))).toMatch(
      /^Ingen säker förändring sedan kvartal.1 2022\. Kvartalen svänger inom det vanliga/,
    );
  });
});

describe("Both readings of the motion's rule are visible", () => {
  test("a unit over the limit on 36 months only is listed, though not flagged", () => {
    const uneven = centre("U", "Udden", 40, [
      ...leaving(2023, 12),
      ...leaving(2024, 1),
      ...leaving(2025, 6),
    ]);
    const mixed = overviewView([...REGION, uneven], "2025-12", MOTION_POLICY, "primary_care");
    const listed = overAnyReading(mixed.units);
    expect(listed.map(({ name }) => name)).toEqual(["Björken", "Lind", "Udden"]);
    expect(listed[2]?.flagged).toBe(false);
    expect(listed[2]?.rule.externalExcl).toEqual({ eachYear: "not-flagged", pooled: "flagged" });
  });

  test("a single year over the limit is named as that and no more", () => {
    const once = centre("O", "Ostvik", 40, [...leaving(2023, 1), ...leaving(2025, 5)]);
    const noticed = overviewView([...REGION, once], "2025-12", MOTION_POLICY, "primary_care");
    expect(read(noticeWords(noticed, words("sv")))).toBe(
      "7 vårdcentraler. En av dem låg på minst 10\u202f% just 2025: Ostvik.",
    );
  });
});

describe("Kinds of unit", () => {
  test("health centres come first where a region has them", () => {
    expect(chosenKind(undefined, ["hospital", "primary_care"])).toBe("primary_care");
    expect(chosenKind(undefined, ["hospital"])).toBeNull();
    expect(chosenKind("hospital", ["hospital", "primary_care"])).toBe("hospital");
    expect(chosenKind("all", ["primary_care"])).toBeNull();
    expect(chosenKind("invented", ["hospital"])).toBeNull();
  });

  test("a kind without words of its own is called a unit", () => {
    expect(kindWord(words("sv").say, "dental", 2)).toBe("enheter");
  });
});
