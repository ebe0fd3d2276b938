import { expect, test } from "vitest";
import { TERMS } from "@/components/hr/definitions/terms";
import { actionSheet, explanationSheet } from "@/components/hr/entry/sheets";
import sv from "@/lib/i18n/messages/sv/definitions.json";

test("every figure that has a definition says what it is, how it is counted and from what", () => {
  expect(Object.keys(sv.terms)).toEqual([...TERMS]);
  for (const term of TERMS) {
    const { name, short, how, data } = sv.terms[term];
    for (const text of [name, short, how, data]) expect(text.length, term).toBeGreaterThan(3);
  }
});

const names = new Map([["B", "Björken"]]);
const say = (key: string) => key;

test("the action plan is fetched in the form of systematic work-environment management", () => {
  const action = {
    ...{ id: "1", unitCode: "B", what: "Handledning", who: "Enhetschef", reminds: "u1" },
    ...{ decidedOn: "2026-01-01", due: "2026-07-01", control: "Vi räknar", result: "Färre" },
    state: "done" as const,
  };
  const { rows, columns } = actionSheet([action], names, "Handlingsplan", say);
  expect(columns.map(({ head }) => head)).toEqual([
    ...["file.unit", "file.what", "file.who", "file.decidedOn", "file.due", "file.state"],
    ...["file.control", "file.result"],
  ]);
  expect(rows).toEqual([
    [
      ...["Björken", "Handledning", "Enhetschef", "2026-01-01", "2026-07-01"],
      ...["action.states.done", "Vi räknar", "Färre"],
    ],
  ]);
});

test("the ledger is fetched with what, who, when, evidence and expiry; an unknown unit keeps its code", () => {
  const explanation = {
    ...{ id: "1", unitCode: "X9", what: "Flytt", who: "Chef", evidence: "Beslut 2" },
    ...{ notedOn: "2026-01-02", appliesFrom: "2026-01-01", expires: "2026-12-31" },
  };
  expect(explanationSheet([explanation], names, "Förklaringar", say).rows).toEqual([
    ["X9", "Flytt", "Chef", "2026-01-01", "2026-12-31", "Beslut 2", "2026-01-02"],
  ]);
});
