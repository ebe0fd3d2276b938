import { expect, test } from "vitest";
import { hrGuide, operatorGuide } from "@/lib/first-quarter/steps";

const NOTHING_HR = {
  ...{ region: true, units: false, headcount: false, departures: false, confirmed: false },
  ...{ policy: false, programme: false, opened: false, invited: false, over: false },
};
const NOTHING_OPERATOR = {
  ...{ region: true, keys: false, units: false, questionnaire: false, planned: false },
  ...{ opened: false, next: false, closed: false, over: false },
};

const now = (steps: ReturnType<typeof hrGuide>) => steps.find(({ state }) => state === "now");

test("a new installation begins with the units at HR’s, and with the keys at the operator’s", () => {
  expect(now(hrGuide(NOTHING_HR))).toMatchObject({ id: "units", href: "/hr/import" });
  expect(now(operatorGuide(NOTHING_OPERATOR))).toMatchObject({ id: "keys", who: "key-holders" });
});

test("before anything else region, external party and sender have names, and the rule is decided before the programme", () => {
  const unnamed = { region: false };
  expect(now(hrGuide({ ...NOTHING_HR, ...unnamed }))).toMatchObject({ id: "region" });
  expect(now(operatorGuide({ ...NOTHING_OPERATOR, ...unnamed }))).toMatchObject({ id: "region" });
  const confirmed = { units: true, headcount: true, departures: true, confirmed: true };
  const policy = { id: "policy", href: "/hr/definitions" };
  expect(now(hrGuide({ ...NOTHING_HR, ...confirmed }))).toMatchObject(policy);
});

test("what is done is told from what there is, in whatever order it was done", () => {
  const steps = hrGuide({ ...NOTHING_HR, units: true, programme: true });
  expect(steps.map(({ state }) => state)).toEqual([
    ...["done", "done", "now", "later", "later", "later", "done", "later", "later"],
  ]);
});

test("a step that somebody else takes says who, and leads to nobody else’s pages", () => {
  const all = [...hrGuide(NOTHING_HR), ...operatorGuide(NOTHING_OPERATOR)];
  const own = { hr: "/hr", operator: "/operator", "key-holders": "/operator" } as const;
  for (const { who, href } of all.filter((step) => step.href !== null)) {
    expect(who === "auditor" ? null : href?.startsWith(own[who])).toBe(true);
  }
  expect(all.filter(({ href }) => href === null).map(({ who }) => who)).toEqual([
    ...["operator", "auditor", "operator", "operator", "hr"],
  ]);
});

test("when the first quarter is mixed, the guide is gone", () => {
  expect(hrGuide({ ...NOTHING_HR, over: true })).toEqual([]);
  expect(operatorGuide({ ...NOTHING_OPERATOR, over: true })).toEqual([]);
});
