import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build";
import { changedSentence } from "@/lib/reports/sentences/changed";
import { actionsTitle, doneSentence } from "@/lib/reports/sentences/done";
import { whySentence } from "@/lib/reports/sentences/why";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { demoFacts } from "./demo-facts";
import { words } from "./in-words";

type Verdict = "prioritise" | "watch" | "new-signal" | "neither" | null;

const snapshot = buildReport(demoFacts());
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

function withTurnover(change: Partial<ReportSnapshot["turnover"]>): ReportSnapshot {
  return { ...snapshot, turnover: { ...snapshot.turnover, ...change } };
}

describe("what changed since the last report", () => {
  it("tells every change of verdict, both ways, also of a unit that stays on the list", () => {
    const change = (name: string, from: Verdict, to: Verdict, inScope = true) => ({
      ...{ code: name, name, inScope, from, to },
    });
    const said = (...changes: ReturnType<typeof change>[]) =>
      changedSentence(withTurnover({ since: { day: "2026-08-15", changes } }), words);
    expect(said(change("Björken", "watch", "prioritise"))).toContain(
      "Björken har gått från Bevaka till Prioritera: avgångarna är nu fler än slumpen brukar ge.",
    );
    expect(said(change("Björken", "prioritise", "watch"))).toContain(
      "Björken har gått från Prioritera till Bevaka: nu kan det vara slump.",
    );
    expect(said(change("Björken", "neither", "watch"))).toContain("har kommit till på listan");
    expect(said(change("Björken", "prioritise", "new-signal"))).toMatch(/har lämnat listan, men/);
    expect(said(change("Björken", "new-signal", "neither"))).toContain("inte längre någon ny");
    expect(said(change("Björken", "watch", null))).toContain("finns inte längre som egen enhet");
    expect(said(change("Akuten", "watch", "prioritise", false))).toMatch(
      /^Ingen enhet har kommit .* Andra slags enheter: Akuten från Bevaka till Prioritera\./,
    );
    expect(said()).toMatch(/^Ingen enhet har kommit .* och ingen bedömning har ändrats\./);
  });

  it("finds every unit whose verdict is another than a quarter before, and no other", () => {
    const facts = demoFacts();
    const { since } = buildReport(facts).turnover;
    const was = new Map(facts.before?.units.map(({ code, verdict }) => [code, verdict.word]));
    const moved = facts.overview.units.filter(
      ({ code, verdict }) => was.get(code) !== verdict.word,
    );
    expect(since && "day" in since ? since.changes.map(({ code }) => code).sort() : null).toEqual(
      moved.map(({ code }) => code).sort(),
    );
    const swapped = { ...facts, overview: facts.before ?? facts.overview, before: facts.overview };
    const back = buildReport(swapped).turnover.since;
    expect(back && "day" in back ? back.changes.length : null).toBe(moved.length);
  });
});

describe("Varför, över tid", () => {
  it("says which time each share and count is of, and how many say that nothing would have helped", () => {
    const said = plain(whySentence(snapshot, words));
    expect(said).toMatch(/svar som kan visas, kvartal 4 2024–kvartal 3 2026/);
    expect(said).toContain("räknat på en längre tid, kvartal 4 2023–kvartal 3 2026.");
    expect(said).toMatch(/Ungefär \d+ av ungefär \d+ svarade att inget hade kunnat få dem/);
  });
});

describe("Gjort sedan sist", () => {
  const day = (since: string) => {
    return withTurnover({ since: { day: since, changes: [] } });
  };

  it("tells what was done since the last report, counted unit by unit", () => {
    expect(plain(doneSentence(day("2026-08-15"), words))).toMatch(
      /^Sedan förra rapporten \(15 augusti 2026\): Älvstranden har beslutat om två åtgärder och påbörjat en åtgärd\. Av fyra/,
    );
  });

  it("says so when nothing was", () => {
    expect(doneSentence(day("2026-10-01"), words)).toMatch(
      /^Inget har beslutats, påbörjats, följts upp eller avslutats på dem sedan förra rapporten/,
    );
  });

  it("counts in its heading what the table of the flagged units shows", () => {
    expect(actionsTitle(snapshot, words)).toBe(
      "Fyra flaggade vårdcentraler: en åtgärd är klar, två pågår, en är beslutad men inte påbörjad och en enhet saknar åtgärd",
    );
  });
});
