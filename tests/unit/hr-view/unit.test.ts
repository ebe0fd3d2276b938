import { describe, expect, test } from "vitest";
import { peerInput } from "@/components/hr/unit/peers-section";
import {
  peersFinding,
  title,
  turnoverFinding,
  type UnitWords,
  verdictWords,
} from "@/components/hr/unit/sentences";
import { turnoverSeries } from "@/components/hr/unit/series";
import { type UnitFacts, unitView } from "@/components/hr/unit/view";
import type { Explanation } from "@/lib/explanations/explanation";
import { translator } from "@/lib/i18n/translator";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { centre, leaving, REGION } from "./region";
import { read, saying } from "./words";

const common = translator("sv", "common");
const sv: UnitWords = {
  say: saying("sv", "hrUnit"),
  locale: "sv",
  numeral: (n) => common("numeral", { n }),
};

const merger: Explanation = {
  id: "1",
  unitCode: "B",
  what: "Sammanslagning",
  who: "Verksamhetschef",
  notedOn: "2024-03-01",
  evidence: "",
  appliesFrom: "2024-01-01",
  expires: "2025-06-30",
};

function viewOf(unit: UnitMonths, more: Partial<UnitFacts> = {}) {
  const others = REGION.filter(({ code }) => code !== unit.code);
  return unitView({
    unit,
    units: [...others, unit],
    asOf: "2025-12",
    policy: MOTION_POLICY,
    today: "2026-01-20",
    parent: null,
    explanations: [],
    actions: [],
    ...more,
  });
}

const of = (code: string) => REGION.find((unit) => unit.code === code) ?? centre("X", "X", 1, []);

describe("A unit's page says its finding in words", () => {
  test("over the limit and more than chance", () => {
    const view = viewOf(of("B"), { explanations: [merger] });
    expect(read(title(view, sv))).toBe("Björken förlorar fler medarbetare än jämförbara enheter");
    expect(read(verdictWords(view, sv))).toBe(
      "Minst 10\u202f% varje år 2023–2025. 30 avgångar på 36 månader mot väntade 9,9. Så stor skillnad ger slumpen i mindre än ett fall av tusen. Den naturliga förklaring som är antecknad har löpt ut.",
    );
  });

  test("a small unit over the limit is said to be perhaps chance", () => {
    const view = viewOf(of("L"));
    expect(read(title(view, sv))).toBe("Lind ligger över motionens gräns, men det kan vara slump");
    expect(read(verdictWords(view, sv))).toContain("6 avgångar på 36 månader mot väntade 3,0 ryms");
  });

  test("no finding is not called a clean bill of health", () => {
    expect(read(title(viewOf(of("C1")), sv))).toBe(
      "Inget tyder på att Alnäs förlorar fler medarbetare än jämförbara enheter",
    );
  });

  test("nobody has left, too few employees, no headcounts, no peers, and a closed unit each have words", () => {
    expect(read(turnoverFinding(viewOf(centre("N", "Norr", 20, [])), sv))).toBe(
      "Ingen har slutat på 36 månader.",
    );
    expect(read(title(viewOf(centre("S", "Smått", 4, [])), sv))).toBe(
      "Smått har för få anställda för en siffra",
    );
    expect(read(title(viewOf(centre("T", "Tyst", 20, [], { headcount: {} })), sv))).toBe(
      "Uppgifter om anställda saknas för Tyst",
    );
    const alone = viewOf(centre("E", "Ensam", 20, leaving(2025, 1), { peerGroup: null }));
    expect(read(title(alone, sv))).toBe(
      "Ensam ligger under motionens gräns, men kan inte jämföras med andra enheter",
    );
    expect(read(peersFinding(alone, sv))).toBe("Det finns inga andra enheter att jämföra med.");
    expect(peerInput(alone)).toBeNull();
    const closed = viewOf(centre("Z", "Zonen", 20, leaving(2023, 1), { validTo: "2024-12-31" }));
    expect(read(title(closed, sv))).toBe("Zonen stängde 31\u00a0december 2024");
  });
});

describe("Change and peers are told with their uncertainty", () => {
  test("a fall from twelve to eight can be chance; from twenty to two it is more", () => {
    const fall = (from: number, to: number) =>
      turnoverFinding(
        viewOf(centre("F", "Fall", 50, [...leaving(2024, from), ...leaving(2025, to)])),
        sv,
      );
    expect(fall(12, 8)).toContain("Nedgången från 2024 till 2025 kan vara slump.");
    expect(fall(20, 2)).toContain("är större än slumpen brukar ge.");
  });

  test("two years on either side of a break are never compared", () => {
    const born = { validFrom: "2025-01-01", predecessors: ["OLD"] };
    const old = centre("OLD", "Gamla", 50, leaving(2024, 20), { validTo: "2024-12-31" });
    const young = centre("NEW", "Nya", 50, leaving(2025, 2), born);
    const headcount = Object.fromEntries(
      Object.entries(young.headcount).filter(([month]) => month >= "2025-01"),
    );
    const unit = { ...young, headcount };
    const view = viewOf(unit, { units: [...REGION, old, unit] });
    expect(view.change).toBeNull();
    expect(turnoverSeries(view, (month) => month).breaks).toEqual([
      { day: "2025-01-01", name: "2025-01" },
    ]);
  });

  test("peers are told in one sentence, with the names of those above chance", () => {
    expect(read(peersFinding(viewOf(of("C1")), sv))).toBe(
      "En av 8 enheter i gruppen tätort ligger över vad slumpen brukar ge: Björken.",
    );
  });

  test("an explanation is drawn with the letter it has in the ledger", () => {
    const { spans } = turnoverSeries(viewOf(of("B"), { explanations: [merger] }), (m) => m);
    expect(spans).toEqual([
      {
        kind: "explanation",
        letter: "a",
        name: "Sammanslagning",
        from: "2024-01-01",
        to: "2025-06-30",
      },
    ]);
  });
});
