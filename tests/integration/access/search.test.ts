import { beforeEach, expect, test } from "vitest";
import { accessesLike } from "@/lib/access/data";
import { accessFilter } from "@/lib/access/filter";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { ruleHistory } from "@/lib/rules/data";
import { cleanDatabases } from "../../support/databases";

beforeEach(cleanDatabases);

const auditor = commandLineActor("auditor", "test");

test("the auditor finds lines by name, page and day, the newest first", async () => {
  const anna = { email: "anna@region.example", name: "Anna Almqvist", roles: ["hr"] };
  const { id } = await db("identity").user.create({ data: anna });
  const at = (moment: string) => new Date(moment);
  await db("identity").access.createMany({
    data: [
      { user: id, page: "/hr", at: at("2026-11-20T23:30:00Z") },
      { user: id, page: "/hr/units/VC01", at: at("2026-11-21T12:00:00Z") },
      { user: "command line: sorti invite", page: "/hr", at: at("2026-11-21T23:30:00Z") },
    ],
  });
  const found = async (query: string, take = 10) =>
    (await accessesLike(auditor, accessFilter(new URLSearchParams(query)), take)).map(
      ({ who, page }) => `${who} ${page}`,
    );
  const [command, unit, start] = await found("");
  expect([command, unit, start]).toEqual([
    "command line: sorti invite /hr",
    "Anna Almqvist /hr/units/VC01",
    "Anna Almqvist /hr",
  ]);
  expect(await found("", 1)).toEqual([command]);
  expect(await found("who=almqvist")).toEqual([unit, start]);
  expect(await found("who=sorti+invite")).toEqual([command]);
  expect(await found("page=/hr/units")).toEqual([unit]);
  expect(await found("from=2026-11-21&to=2026-11-21")).toEqual([unit, start]);
  expect(await found("who=Bo")).toEqual([]);
});

test("the auditor reads the region's rules with the role that sees no person", async () => {
  const policy = { fromQuarter: "2026-Q3", threshold: 0.1, years: 3, inviteMovers: true };
  await db("identity").policy.create({
    data: {
      ...policy,
      number: 1,
      reason: "Beslut 12",
      decidedOn: "2026-06-01",
      decidedBy: "Karin",
    },
  });
  await db("identity").programmeDecision.createMany({
    data: [
      {
        ...{ number: 1, fromQuarter: "2027-Q1", scope: "all-centres", units: [], cost: null },
        ...{ reason: "Beslut 14", decidedOn: "2026-11-22", decidedBy: "Anna Almqvist" },
      },
    ],
  });
  expect(await ruleHistory(auditor)).toMatchObject({
    policies: [{ fromQuarter: "2026-Q3", inviteMovers: true, reason: "Beslut 12" }],
    programme: [{ number: 1, scope: "all-centres", decidedBy: "Anna Almqvist" }],
  });
});
