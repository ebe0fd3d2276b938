import { expect, test } from "vitest";
import { roundInequalities, yearInequality } from "@/lib/confirmation/inequalities";
import { yearCounts } from "@/lib/confirmation/year";

const line = (kind: string, content: object) => ({ kind, content: JSON.stringify(content) });

test("anybody can read from the public log whether answers ≤ credentials ≤ links held in a quarter", () => {
  const log = [
    line("issuing-stopped", { quarter: "2026-Q2", issued: 40, linksOpen: 60, invited: { V1: 9 } }),
    line("mixed", { quarter: "2026-Q2", received: 38 }),
    line("issuing-stopped", { quarter: "2026-Q3", issued: 41, linksOpen: 40 }),
  ];
  expect(roundInequalities(log)).toEqual([
    {
      quarter: "2026-Q3",
      received: null,
      issued: 41,
      linksOpen: 40,
      broken: ["issued-over-links"],
    },
    { quarter: "2026-Q2", received: 38, issued: 40, linksOpen: 60, broken: [] },
  ]);
});

test("more answers than credentials is broken, also in a quarter whose answers were left sealed", () => {
  const log = [
    line("issuing-stopped", { quarter: "2026-Q2", issued: 40, linksOpen: 60 }),
    line("answers-left-sealed", { quarter: "2026-Q2", received: 41 }),
  ];
  expect(roundInequalities(log)[0]?.broken).toEqual(["received-over-issued"]);
});

test("what an older line does not tell, and a line that cannot be read, break nothing", () => {
  const log = [
    line("issuing-stopped", { quarter: "2026-Q2", issued: 40 }),
    { kind: "issuing-stopped", content: "not json" },
    line("issuing-stopped", { quarter: "soon", issued: 1 }),
  ];
  expect(roundInequalities(log)).toEqual([
    { quarter: "2026-Q2", received: null, issued: 40, linksOpen: null, broken: [] },
  ]);
});

const row = { unitCode: "V1", month: "2026-02", n: 3, invited: true, coming: false };

test("invited ≤ departures over the year counts invitations or links in the region, whichever is more", () => {
  const rows = [row, { ...row, invited: false, n: 2 }, { ...row, month: "2024-01", n: 50 }];
  const year = (links: number) =>
    yearInequality(yearCounts(rows, [{ unitCode: "V1", month: "2026-02", n: links }], "2026-01"));
  expect(year(2)).toEqual({ invited: 3, departures: 5, broken: false, asked: [] });
  expect(year(6)).toEqual({
    invited: 6,
    departures: 5,
    broken: true,
    asked: [{ unitCode: "V1", invited: 6, departures: 5 }],
  });
});

test("a departure that is corrected to another unit after its link went is a question about a unit, and no breach", () => {
  const moved = { ...row, unitCode: "V2", n: 1 };
  const links = [{ unitCode: "V1", month: "2026-02", n: 1 }];
  expect(yearInequality(yearCounts([moved], links, "2026-01"))).toEqual({
    invited: 1,
    departures: 1,
    broken: false,
    asked: [{ unitCode: "V1", invited: 1, departures: 0 }],
  });
});

test("links that nobody has left for are a breach, and so are those whom an import would add to them", () => {
  const coming = { ...row, invited: false, coming: true, n: 2 };
  const links = (n: number) => [{ unitCode: "V2", month: "2026-02", n }];
  const year = (n: number) => yearInequality(yearCounts([row, coming], links(n), "2026-01"));
  expect(year(3)).toMatchObject({ invited: 5, departures: 5, broken: false });
  expect(year(4)).toMatchObject({ invited: 6, departures: 5, broken: true });
});
