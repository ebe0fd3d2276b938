import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build";
import { rowsById } from "@/lib/reports/rows";
import { certainSentence } from "@/lib/reports/sentences/certain";
import { changedSentence } from "@/lib/reports/sentences/changed";
import { doneSentence, progressOf } from "@/lib/reports/sentences/done";
import { verdictSentence } from "@/lib/reports/sentences/verdict";
import { whereSentence } from "@/lib/reports/sentences/where";
import { whySentence } from "@/lib/reports/sentences/why";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { demoFacts } from "./demo-facts";
import { words } from "./in-words";

const snapshot = buildReport(demoFacts());

function withTurnover(change: Partial<ReportSnapshot["turnover"]>): ReportSnapshot {
  return { ...snapshot, turnover: { ...snapshot.turnover, ...change } };
}

describe("Var", () => {
  it("says plainly that no centre is flagged", () => {
    expect(whereSentence(withTurnover({ units: [] }), words)).toBe(
      "Ingen av 30 vårdcentraler har haft minst 10\u202f% personalomsättning varje år 2023–2025.",
    );
  });

  it("never says that a flag is more than chance when it is not", () => {
    const watched = snapshot.turnover.units.filter(({ verdict }) => verdict.word === "watch");
    expect(whereSentence(withTurnover({ units: watched }), words)).toBe(
      "Två av 30 vårdcentraler har haft minst 10\u202f% personalomsättning varje år 2023–2025. På alla kan det vara slump.",
    );
  });
});

describe("Nytt sedan sist", () => {
  it("names who came on the list, who left it and who stands out anew", () => {
    const named = (name: string) => [{ code: name, name }];
    const since = {
      listed: named("Björken"),
      unlisted: named("Rönnby"),
      signals: named("Klockarberget"),
    };
    expect(changedSentence(withTurnover({ since }), words)).toMatch(
      /^Björken har kommit till på listan\. Rönnby har lämnat listan\. Klockarberget har fått en ny signal/,
    );
  });

  it("does not say that as many left as in a year that there is no figure of", () => {
    const region = { ...snapshot.turnover.region, change: null };
    expect(changedSentence(withTurnover({ region }), words)).toMatch(
      /på ett år\. Året före går inte att jämföra med\.$/,
    );
  });

  it("calls a change in the region chance unless it is more", () => {
    const region = (chance: boolean) => ({
      ...snapshot.turnover.region,
      change: { direction: "up" as const, chance },
    });
    expect(changedSentence(withTurnover({ region: region(true) }), words)).toContain(
      "Ökningen från året före kan vara slump.",
    );
    expect(changedSentence(withTurnover({ region: region(false) }), words)).toContain(
      "fler än året före, och mer än slumpen brukar ge",
    );
  });
});

describe("Varför", () => {
  const levers = (...counts: readonly number[]) => ({
    ...snapshot,
    survey: {
      ...snapshot.survey,
      leverWidth: 20,
      levers: counts.map((n, i) => ({
        code: `l${i}`,
        name: { sv: `Ändring ${i + 1}` },
        figure: { kind: "about" as const, n },
      })),
    },
  });

  it("names what stands out of the noise, the most chosen first", () => {
    expect(whySentence(levers(25, 20, 40), words)).toContain("”Ändring 3” och ”Ändring 1”.");
  });

  it("names nothing that the noise alone could have made", () => {
    expect(whySentence(levers(20, 15), words)).not.toContain("Ändring");
  });
});

describe("Gjort sedan sist", () => {
  it("counts a unit by its furthest open action, and as done only when nothing is open", () => {
    const of = (...states: readonly ("planned" | "ongoing" | "done")[]) =>
      progressOf({
        actions: states.map((state) => ({
          ...{ what: "Samtal", who: "Chef", decidedOn: "2026-01-01", due: "2026-06-01" },
          ...{ control: "", state },
        })),
      });
    expect([of(), of("done"), of("done", "planned"), of("planned", "ongoing")]).toEqual([
      "none",
      "done",
      "planned",
      "ongoing",
    ]);
  });

  it("asks for nothing when no unit is on the list", () => {
    expect(doneSentence(withTurnover({ units: [] }), words)).toBe(
      "Ingen enhet står på listan, så ingen åtgärd krävs enligt motionens regel.",
    );
  });
});

describe("Hur säkert", () => {
  const rounds = (leavers: number, n: number): ReportSnapshot => ({
    ...snapshot,
    participation: [{ quarter: "2026-Q3", leavers, received: { kind: "count", n } }],
  });

  it("says how many of those who left have answered, and whom the answers speak for", () => {
    expect(certainSentence(rounds(120, 72), words)).toBe(
      "Av 120 som sade upp sig eller gick i pension på ett år har 72 svarat, 60\u202f%. Svaren beskriver dem som svarat och behöver inte gälla alla som slutat. Fyra av de elva nämnda enheterna har inget eget resultat än: färre än 8 har svarat på var och en.",
    );
  });

  it("rounds a half as the files do", () => {
    const half = rounds(40, 23);
    expect(certainSentence(half, words)).toContain("har 23 svarat, 58\u202f%.");
    expect(rowsById(half).get("participation/year/share-answered")?.figure).toMatchObject({
      n: 58,
    });
  });

  it("writes both numbers alike, and says plainly that none has a result", () => {
    const people = { kind: "withheld", reason: "too-few" } as const;
    const none = snapshot.survey.results.map((result) => ({ ...result, people }));
    const hidden = { ...rounds(120, 72), survey: { ...snapshot.survey, results: none } };
    expect(certainSentence(hidden, words)).toContain(
      "Ingen av de elva nämnda enheterna har ett eget resultat än",
    );
  });

  it("says nothing of what is hidden when every named unit has a result of its own", () => {
    const people = { kind: "count", n: 9 } as const;
    const all = snapshot.survey.results.map((result) => ({ ...result, people }));
    const shown = { ...rounds(120, 72), survey: { ...snapshot.survey, results: all } };
    expect(certainSentence(shown, words)).toMatch(/gälla alla som slutat\.$/);
  });

  it("never claims that more have answered than have left", () => {
    expect(certainSentence(rounds(6, 278), words)).toMatch(/^278 svar har kommit in på ett år\. /);
  });
});

describe("a verdict in words", () => {
  const said = (name: string) => {
    const unit = snapshot.turnover.units.find((one) => one.name === name);
    return unit ? verdictSentence(unit, snapshot.turnover, words) : "";
  };

  it("always stands with its numbers", () => {
    expect(said("Björken")).toBe(
      "Över gränsen alla tre åren, och fler avgångar än slumpen brukar ge: 18 mot väntade 9,5.",
    );
    expect(said("Lindgården")).toBe(
      "Över gränsen alla tre åren: 6 avgångar mot väntade 3,6. Det kan vara slump.",
    );
    expect(said("Klockarberget")).toBe(
      "Under gränsen, men fler avgångar än slumpen brukar ge: 14 mot väntade 7,5.",
    );
  });

  it("tells of a unit that only the other reading of the motion would flag", () => {
    expect(said("Tallmon")).toContain("12,2\u202f% när 36 månader räknas ihop");
  });

  it.each([
    [
      "not-flagged",
      "flagged",
      "new-signal",
      /^Inte över gränsen alla tre åren, men över gränsen när/,
    ],
    ["too-short", "flagged", "neither", /^Inte över gränsen alla tre åren, men 12,2\u202f% när 36/],
    ["flagged", "not-flagged", "new-signal", /^Över gränsen alla tre åren, men 12,2\u202f% när 36/],
    ["flagged", "not-flagged", "neither", /^Över gränsen alla tre åren, men 12,2\u202f% när 36/],
  ] as const)(
    "never puts a unit under the limit that a reading puts over it (%s, %s: %s)",
    (eachYear, pooled, word, wanted) => {
      const unit = snapshot.turnover.units.find(({ name }) => name === "Tallmon");
      if (unit === undefined) throw new Error("The demonstration lost a unit.");
      const changed = { ...unit, rule: { eachYear, pooled }, verdict: { word, strong: false } };
      expect(verdictSentence(changed, snapshot.turnover, words)).toMatch(wanted);
    },
  );
});
