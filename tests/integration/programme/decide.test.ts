import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import type { DepartureKind } from "@/lib/departures/kind";
import { invitationRules } from "@/lib/invitations/data";
import { decideInvitation } from "@/lib/invitations/decide";
import { roundSeries } from "@/lib/parties/data";
import type { RuleDraft } from "@/lib/policies/decision";
import { decideRule } from "@/lib/policies/mutations";
import { programmeDecisions } from "@/lib/programme/data";
import type { Draft } from "@/lib/programme/decision";
import { decide } from "@/lib/programme/mutations";
import { policyFor, policyHistory } from "@/lib/turnover/data";
import { asOwner, cleanDatabases } from "../../support/databases";

const hr = commandLineActor("hr", "test");
const NOW = new Date("2026-11-22T10:00:00Z");
const DRAFT: Draft = {
  after: 0,
  scope: "flagged-centres",
  fromQuarter: "2027-Q1",
  reason: "Fullmäktiges beslut",
  cost: 1200,
};

beforeEach(async () => {
  await cleanDatabases();
  const unit = { kind: "primary_care", validFrom: "2020-01-01" };
  await db("identity").unit.createMany({
    data: [
      { ...unit, code: "A", name: "Björken" },
      { ...unit, code: "B", name: "Lind" },
    ],
  });
});

const decided = async () =>
  (await programmeDecisions(hr)).map(({ number, scope }) => [number, scope]);

test("a decision sent twice, or twice at once, is one", async () => {
  const both = [decide(hr, DRAFT, ["A"], NOW), decide(hr, DRAFT, ["A"], NOW)];
  expect(await Promise.all(both)).toEqual(["decided", "decided"]);
  expect(await decide(hr, DRAFT, ["A"], NOW)).toBe("decided");
  expect(await decided()).toEqual([[1, "flagged-centres"]]);
});

test("whoever decides has seen the last decision", async () => {
  await decide(hr, DRAFT, ["A"], NOW);
  const other: Draft = { ...DRAFT, scope: "all-units" };
  expect(await decide(hr, other, [], NOW)).toBe("changed");
  expect(await decide(hr, { ...other, after: 1 }, [], NOW)).toBe("decided");
  expect(await decided()).toEqual([
    [1, "flagged-centres"],
    [2, "all-units"],
  ]);
});

test("a quarter that has begun keeps its rule", async () => {
  const late = new Date("2027-01-02T10:00:00Z");
  expect(await decide(hr, DRAFT, ["A"], late)).toBe("begun");
  expect(await decided()).toEqual([]);
});

test("the flagged centres are written down, and without any there is nothing to decide", async () => {
  expect(await decide(hr, DRAFT, [], NOW)).toBe("nobody");
  await decide(hr, DRAFT, ["B", "A"], NOW);
  expect((await programmeDecisions(hr))[0]?.units).toEqual(["A", "B"]);
});

test("what was decided cannot be changed or taken away, not even by HR's own role", async () => {
  await decide(hr, DRAFT, ["A"], NOW);
  await expect(
    db("identity").programmeDecision.updateMany({ data: { reason: "annat" } }),
  ).rejects.toThrow(/permission denied/);
  await expect(db("identity").programmeDecision.deleteMany()).rejects.toThrow(/permission denied/);
  expect(await asOwner("employer", "SELECT reason FROM identity.programme_decisions")).toEqual([
    { reason: "Fullmäktiges beslut" },
  ]);
});

test("invitations follow the decision from its quarter on, for HR and for whoever confirms alike", async () => {
  await decide(hr, DRAFT, ["A"], NOW);
  const departure = {
    kind: "resignation",
    email: "eva@region.example",
    privateEmail: null,
    delivery: "mail",
    protected: false,
  } as const;
  for (const role of ["identity", "confirmer"] as const) {
    const rules = await invitationRules(db(role));
    const invited = (unitCode: string, lastDay: string) =>
      decideInvitation({ ...departure, unitCode, lastDay }, rules, "2026-12-20").invite !== null;
    expect([invited("A", "2027-01-10"), invited("B", "2027-01-10")]).toEqual([true, false]);
    expect(invited("B", "2026-12-31")).toBe(true);
  }
});

const RULE: RuleDraft = {
  ...{ threshold: 0.12, years: 2, rule: "pooled", fromQuarter: "2027-Q1" },
  ...{ kinds: ["internal_move", "redundancy"], reason: "Nämndens beslut 7", after: 0 },
};

test("a decision on the motion's rule is one when it is sent twice at once, and holds from its quarter on", async () => {
  const both = [decideRule(hr, RULE, NOW), decideRule(hr, RULE, NOW)];
  expect(await Promise.all(both)).toEqual(["decided", "decided"]);
  expect(await decideRule(hr, { ...RULE, years: 3 }, NOW)).toBe("changed");
  expect(await policyHistory(hr)).toEqual([
    {
      ...{ number: 1, fromQuarter: "2027-Q1", threshold: 0.12, years: 2, rule: "pooled" },
      ...{ inviteMovers: true, employerSide: ["redundancy"] },
      ...{ reason: "Nämndens beslut 7", decidedOn: "2026-11-22", decidedBy: "test" },
    },
  ]);
  expect(await policyFor(hr, "2026-12")).toMatchObject({ threshold: 0.1, rule: "each-year" });
  expect(await policyFor(hr, "2027-01")).toMatchObject({ threshold: 0.12, rule: "pooled" });
});

test("whom else the rule invites is decided with it, for HR, for whoever confirms and for the rounds alike", async () => {
  await decideRule(hr, RULE, NOW);
  const departure = {
    ...{ unitCode: "A", email: "eva@region.example", privateEmail: null },
    ...({ delivery: "mail", protected: false } as const),
  };
  for (const role of ["identity", "confirmer"] as const) {
    const rules = await invitationRules(db(role));
    const invited = (kind: DepartureKind, lastDay: string) =>
      decideInvitation({ ...departure, kind, lastDay }, rules, "2026-12-20").invite?.windowFrom;
    expect(invited("internal_move", "2026-12-31")).toBeUndefined();
    expect(invited("internal_move", "2027-01-10")).toBe("2027-01-01");
    expect(invited("internal_move", "2027-04-10")).toBe("2027-03-27");
    expect(invited("redundancy", "2027-01-10")).toBe("2026-12-27");
    expect(
      ["transfer", "death"].map((kind) => invited(kind as DepartureKind, "2027-01-10")),
    ).toEqual([undefined, undefined]);
  }
  const quarters = ["2026-Q4", "2027-Q1", "2027-Q2"] as const;
  await decideRule(hr, { ...RULE, after: 1, kinds: [], fromQuarter: "2027-Q2" }, NOW);
  expect(await Promise.all(quarters.map(roundSeries))).toEqual([
    ["leaver", "retiree"],
    ["leaver", "retiree", "mover"],
    ["leaver", "retiree", "mover"],
  ]);
});

test("nobody writes over what was decided about the rule, or decides without a reason", async () => {
  await decideRule(hr, RULE, NOW);
  const policies = db("identity").policy;
  await expect(policies.updateMany({ data: { threshold: 0.3 } })).rejects.toThrow(/denied/);
  await expect(policies.deleteMany()).rejects.toThrow(/denied/);
  await expect(decideRule(hr, { ...RULE, after: 1, reason: " " }, NOW)).rejects.toThrow(
    /policies_check/,
  );
  await expect(
    asOwner("employer", "UPDATE identity.policies SET employer_side = '{death}'"),
  ).rejects.toThrow(/employer_side_check/);
});
