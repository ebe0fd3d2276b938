import { describe, expect, test } from "vitest";
import { answersMissing } from "@/lib/reports/answers-missing";
import { publishBlockers } from "@/lib/reports/blockers";
import { openData } from "@/lib/reports/open-data";
import { demoFacts } from "./demo-facts";
import { page, published, text } from "./rendered";

type Round = Parameters<typeof answersMissing>[0];
type Told = Partial<Round> & Pick<Round, "state"> & { readonly stopped?: string };

const counts = { issued: 20, received: 12, counted: 12 };

describe("a report tells why its quarter's answers are missing", () => {
  test.each([
    ["not opened when the report was due", { state: "closed" }, "not-opened"],
    ["stopped by the attack test", { state: "closed", stopped: "audit-failed" }, "audit-failed"],
    ["interrupted for another reason", { state: "closed", stopped: "unexpected" }, "not-opened"],
    ["stopped once and then mixed", { state: "mixed", stopped: "audit-failed" }, null],
    ["never closed", { state: "issuing", received: null }, "not-opened"],
    ["more answers than credentials", { state: "set-aside", received: 21 }, "left-sealed"],
    ["lost keys", { state: "set-aside", counted: 0 }, "keys-lost"],
    ["too few to count", { state: "mixed", received: 6, counted: 0 }, "too-few"],
    ["nothing is missing", { state: "mixed" }, null],
  ] as const)("%s", (_, { stopped, ...round }: Told, reason) => {
    expect(answersMissing({ ...counts, ...round }, stopped ?? null)).toBe(reason);
  });

  test.each([
    ["not-opened", "nyckelhållarna hade inte öppnat dem när rapporten skulle ut"],
    ["too-few", "de var för få för att räknas och väntar till nästa kvartal"],
    ["audit-failed", "ett angreppsprov före rapporten visade att siffrorna kunde röja någon"],
  ] as const)(
    "to the sentence, on the first screen and where the answers would stand: %s",
    (missing, said) => {
      const facts = demoFacts();
      const html = page(
        published({ ...facts, round: { ...facts.round, answersMissing: missing } }),
        "sv",
      );
      expect(text(html).split(`Kvartalets egna svar är inte med: ${said}`)).toHaveLength(3);
    },
  );

  test("a report that could give somebody away shows no answer of any quarter, says why, and keeps its turnover", () => {
    const facts = demoFacts();
    const round = { ...facts.round, answersMissing: "leak-found" } as const;
    const report = published({ ...facts, round });
    for (const locale of ["sv", "en"] as const) {
      const html = page(report, locale);
      const answers = [...html.matchAll(/data-row="((?:answers|results)[^"]*)"/g)];
      expect(answers).toEqual([]);
      expect(html).toContain('data-row="turnover/unit:');
    }
    const said = text(page(report, "sv"));
    expect(said.split("Inga svar är med i den här rapporten: ett angreppsprov")).toHaveLength(3);
    expect(said).not.toContain("Det krävs 30 svar");
    expect(said).toContain("Svaren visas inte i den här rapporten");
    expect(openData(report).rows.filter(({ section }) => section === "answers")).toEqual([]);
  });
});

test("before its date a report waits for the answers, from its date on for nothing but turnover", () => {
  const ready = { unitsCounted: 1, corrects: false, hasNote: false, roundState: "closed" } as const;
  expect(publishBlockers({ ...ready, due: false })).toEqual(["not-mixed"]);
  expect(publishBlockers({ ...ready, due: true })).toEqual([]);
  expect(publishBlockers({ ...ready, due: true, unitsCounted: 0 })).toEqual(["no-turnover"]);
});
