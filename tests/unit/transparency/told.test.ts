import { expect, test } from "vitest";
import { loggedManifestHash, toldBy, toldDestroyed } from "@/lib/transparency/told";

test("a line of the public log is read for its sentence, and what it does not say is left empty", () => {
  const content = '{"counted":11,"issued":20,"quarter":"2026-Q3","received":12}';
  expect(toldBy({ content })).toEqual({
    quarter: "2026-Q3",
    of: "",
    issued: 20,
    received: 12,
    counted: 11,
    dropped: 0,
    version: 1,
    id: "",
    held: "",
    linksOpen: 0,
    departures: 0,
    comments: 0,
    invited: 0,
    custodian: 0,
    by: "",
    number: 0,
    what: "",
    reason: "",
    refusal: "",
    from: null,
    to: null,
    early: "",
  });
});

test("a quarter that ended early says by which proposal, or that it is a demonstration", () => {
  const early = (said: string) => toldBy({ content: `{"issued":1,"early":${said}}` });
  const agreed = early('{"agreed":["operator","auditor"],"change":3}');
  expect(agreed).toMatchObject({ early: "agreed", number: 3 });
  expect(early('"demonstration"')).toMatchObject({ early: "demonstration", number: 0 });
  expect(early('"soon"')).toMatchObject({ early: "" });
});

test("a line that nobody can read is still shown, with nothing in it believed", () => {
  for (const content of ["not json", "[1]", "null", '{"quarter":7,"issued":"many"}']) {
    expect(toldBy({ content })).toMatchObject({ quarter: "", issued: 0 });
  }
});

test("the manifest that a quarter was signed with is the first that the log names", () => {
  const planned = (quarter: string, manifestHash: string) => ({
    kind: "round-planned",
    content: JSON.stringify({ quarter, manifestHash }),
  });
  const log = [planned("2026-Q3", "aa"), planned("2026-Q4", "bb"), planned("2026-Q3", "cc")];
  expect(loggedManifestHash(log, "2026-Q3")).toBe("aa");
  expect(loggedManifestHash(log, "2027-Q1")).toBeNull();
});

test("custodians' keys are told to be gone together, or one after the other and not before the second", () => {
  const gone = (...of: string[]) =>
    toldDestroyed(
      of.map((each) => ({
        kind: "key-destroyed" as const,
        content: JSON.stringify({ quarter: "2026-Q3", of: each }),
      })),
      "2026-Q3",
      "custodians",
    );
  expect([gone("issuer"), gone("issuer", "custodian1"), gone("custodian2")]).toEqual([
    false,
    false,
    false,
  ]);
  expect([gone("custodians"), gone("issuer", "custodian1", "custodian2")]).toEqual([true, true]);
});
