import { describe, expect, it } from "vitest";
import { type DemoRegion, demoRegion } from "@/lib/demo/region";
import { count } from "@/lib/disclosure/count";
import type { Release } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import { lastDayOf, type Quarter } from "@/lib/quarters/quarter";
import document from "@/lib/survey/default-questionnaire.json";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { existsOn } from "@/lib/units/life";

const questionnaire = questionnaireSchema.parse(document);

function rulesFor(region: DemoRegion, quarter: Quarter) {
  const day = lastDayOf(quarter);
  const open = region.units.filter((unit) => existsOn(unit, day));
  return {
    quarter,
    questionnaire,
    tree: {
      units: Object.fromEntries(
        open.flatMap(({ code, peerGroup }) => (peerGroup === null ? [] : [[code, peerGroup]])),
      ),
      pictured: [],
    },
    series: ["leaver", "retiree"] as const,
    limits: { k: 8, c: 1 } as const,
    mergedInto: Object.fromEntries(
      open.flatMap(({ code, predecessors }) => predecessors.map((before) => [before, code])),
    ),
  };
}

/** All twelve releases, counted by the product's own rules; without noise, as only sizes matter here. */
function releasesOf(region: DemoRegion): Release[] {
  let waiting = NOTHING_WAITING;
  return region.closedQuarters.map((quarter) => {
    const payloads = region
      .answersFor(quarter)
      .map(({ answers, unit, series }) => ({ answers, unit, series }));
    const counted = count(payloads, rulesFor(region, quarter), waiting, () => 0);
    expect(counted.stats).toEqual({ counted: payloads.length, dropped: 0 });
    waiting = counted.waiting;
    return counted.release;
  });
}

describe.each(["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"] as const)(
  "what can be shown when twelve quarters are counted and %s is open",
  (open) => {
    const releases = releasesOf(demoRegion(open));
    const atoms = releases.flatMap((release) => release.atoms);

    it("is a picture of the region's leavers from every single quarter", () => {
      for (const { cells } of releases) {
        const pictured = cells.filter(
          ({ series, slice }) => series === "leaver" && slice === "answers",
        );
        expect(pictured.map(({ node }) => node)).toEqual(["region"]);
      }
    });

    it("is an own result for Björken and Älvstranden, and none for the small units beside them", () => {
      const shown = new Set(atoms.map(({ unit }) => unit));
      expect([...shown].filter((code) => code.startsWith("VC")).sort()).toEqual(["VC04", "VC29"]);
    });

    it("is 45 own results in all, one of them of people who retired", () => {
      expect(atoms).toHaveLength(45);
      expect(atoms.filter(({ series }) => series === "retiree")).toHaveLength(1);
    });
  },
);
