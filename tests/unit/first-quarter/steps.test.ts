import { expect, test } from "vitest";
import { hrGuide, operatorGuide } from "@/lib/first-quarter/steps";

const NOTHING_HR = {
  ...{ units: false, headcount: false, departures: false, confirmed: false },
  ...{ programme: false, opened: false, invited: false, over: false },
};
const NOTHING_OPERATOR = {
  ...{ keys: false, units: false, questionnaire: false, planned: false },
  ...{ opened: false, next: false, closed: false, over: false },
};

const now = (steps: ReturnType<typeof hrGuide>) => steps.find(({ state }) => state === "now");

test("a new installation begins with the units at HR’s, and with the keys at the operator’s", () => {
  expect(now(hrGuide(NOTHING_HR))).toMatchObject({ id: "units", href: "/hr/import" });
  expect(now(operatorGuide(NOTHING_OPERATOR))).toMatchObject({ id: "keys", who: "key-holders" });
});

test("what is done is told from what there is, in whatever order it was done", () => {
  const steps = hrGuide({ ...NOTHING_HR, units: true, programme: true });
  expect(steps.map(({ state }) => state)).toEqual([
    ...["done", "now", "later", "later", "done", "later", "later"],
  ]);
});

test("a step that somebody else takes says who, and leads to nobody else’s pages", () => {
  const all = [...hrGuide(NOTHING_HR), ...operatorGuide(NOTHING_OPERATOR)];
  const own = { hr: "/hr", operator: "/operator", "key-holders": "/operator" } as const;
  for (const { who, href } of all.filter((step) => step.href !== null)) {
    expect(who === "auditor" ? null : href?.startsWith(own[who])).toBe(true);
  }
  expect(all.filter(({ href }) => href === null).map(({ who }) => who)).toEqual([
    ...["auditor", "operator", "hr"],
  ]);
});

test("when the first quarter is mixed, the guide is gone", () => {
  expect(hrGuide({ ...NOTHING_HR, over: true })).toEqual([]);
  expect(operatorGuide({ ...NOTHING_OPERATOR, over: true })).toEqual([]);
});
