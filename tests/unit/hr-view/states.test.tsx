import { describe, expect, test } from "vitest";
import { ListPage } from "@/components/hr/list/list-page";
import { listView } from "@/components/hr/list/view";
import { UnitPage } from "@/components/hr/unit/unit-page";
import { contradictions } from "@/lib/turnover/contradictions";
import { openSummaries } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { centre, leaving, REGION } from "./region";
import { page, textOf } from "./rendered";
import { NO_SIGNALS, shownOf } from "./unit-facts";

const seen = (unit: UnitMonths) =>
  textOf(page(<UnitPage view={shownOf(unit)} answers={null} signals={NO_SIGNALS} />)).replaceAll(
    /[\u00a0\u202f]/g,
    " ",
  );

const each = (perYear: number) =>
  [2022, 2023, 2024, 2025].flatMap((year) => leaving(year, perYear));

describe("what is missing, small or impossible is said on a unit's page", () => {
  test("a month without headcount: the year's mean is said to be coarse", () => {
    const { headcount } = centre("M", "Mossen", 20, each(1));
    const { "2024-05": _, ...known } = headcount;
    expect(seen(centre("M", "Mossen", 20, each(1), { headcount: known }))).toContain(
      "20 (grovt: någon månad saknas)",
    );
  });

  test("no headcount at all: no rate is given, and the days of departures stand all the same", () => {
    const text = seen(centre("M", "Mossen", 20, each(1), { headcount: {} }));
    expect(text).toContain("Uppgifter om anställda saknas för Mossen");
    expect(text).toContain("Anställdasaknas i underlaget");
    expect(text).toContain("15 januari 2025");
    expect(text).toContain("Visas när något helt år har uppgifter om anställda.");
  });

  test("a unit without peers: the page says what cannot be said, and what to bring in", () => {
    const text = seen(centre("A", "Ensamby", 20, each(1), { peerGroup: null }));
    expect(text).toContain("kan inte jämföras med andra enheter");
    expect(text).toContain("Enheten hör inte till någon grupp.");
    expect(text).toContain("När enheten får en grupp i underlaget visas jämförelsen här.");
  });

  test("a closed unit: its last day, how far the figures go, and no forecast of answers", () => {
    const closed = centre("Z", "Zonen", 20, leaving(2023, 4), { validTo: "2024-12-31" });
    const text = seen(closed);
    expect(text).toContain("Zonen stängde 31 december 2024");
    expect(text).toContain("Siffrorna gäller till och med enhetens sista månad.");
    const filter = { kind: null, search: "" };
    const units = [...REGION, closed];
    const all = openSummaries(units, "2025-12", MOTION_POLICY);
    const list = page(
      <ListPage view={listView({ units, all }, "2025-12", MOTION_POLICY, filter)} />,
    );
    expect(textOf(list)).toContain("Stängda enheter");
  });

  test("a unit of a few months is not said to be without problems: it cannot be judged yet", () => {
    const text = seen(
      centre("S", "Splittrad", 20, [], {
        validFrom: "2025-11-01",
        headcount: { "2025-11": 20, "2025-12": 20 },
      }),
    );
    expect(text).toContain("Splittrad går inte att bedöma än");
    expect(text).toContain("Ingen avgång på 2 månader mot väntade");
    expect(text).not.toContain("Inget tyder på");
  });

  test("nobody has left: said in words, not as an empty picture", () => {
    const text = seen(centre("N", "Norr", 20, []));
    expect(text).toContain("Ingen har slutat på 36 månader.");
    expect(text).toContain("Ingen har slutat under de år som har uppgifter.");
    expect(text).toContain("För få har slutat för att räkna dagarna mellan avgångarna.");
  });
});

describe("data that cannot be so are pointed out, and counted as they came", () => {
  test("more have left in a year than were employed", () => {
    const text = seen(centre("F", "Fler", 6, leaving(2025, 8)));
    expect(text).toContain("Under 2025 slutade 8, men bara 6,0 var anställda i medeltal.");
    expect(text).toContain("Rätta filen och läs in den igen.");
  });

  test("departures and employees before a unit exists and after it has closed", () => {
    const odd = centre("O", "Odd", 20, [...leaving(2022, 2), ...leaving(2025, 1)], {
      validFrom: "2023-01-01",
      validTo: "2024-12-31",
    });
    const text = seen(odd);
    expect(text).toContain("2 avgångar är från tiden innan enheten fanns.");
    expect(text).toContain("En avgång är från tiden efter att enheten stängde.");
    expect(text).toContain("Anställda är angivna för 12 månader innan enheten fanns.");
    expect(text).toContain("Anställda är angivna för 12 månader efter att enheten stängde.");
  });

  test("data without contradictions are not questioned", () => {
    for (const unit of REGION) {
      expect(contradictions(unit, shownOf(unit).summary.years), unit.name).toEqual([]);
      expect(seen(unit)).not.toContain("säger emot sig");
    }
  });
});
