import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { actions, actionVersions, plannedActions } from "@/lib/actions/data";
import { moveAction, signAction } from "@/lib/actions/mutations";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeClients, db } from "@/lib/db/clients";
import { explanations, explanationVersions } from "@/lib/explanations/data";
import { signExplanation } from "@/lib/explanations/mutations";
import { cleanDatabases } from "../../support/databases";

const [anna, bo] = [commandLineActor("hr", "anna"), commandLineActor("hr", "bo")];
const TODAY = "2026-11-22";

const EXPLANATION = {
  what: "Flytt till nya lokaler",
  who: "Verksamhetschef",
  appliesFrom: "2026-01-01",
  expires: "2027-01-01",
  evidence: "Beslut 12",
};
const ACTION = {
  what: "Handledning",
  who: "Enhetschef",
  control: "Avgångar första året",
  decidedOn: "2026-10-01",
  due: "2027-04-01",
  state: "planned" as const,
  result: "",
  reminds: null,
};

beforeEach(async () => {
  await cleanDatabases();
  const unit = { kind: "primary_care", validFrom: "2020-01-01", predecessors: [] };
  await db("identity").unit.create({ data: { ...unit, code: "VC1", name: "Björken" } });
});
afterAll(closeClients);

const base = (version = 0, id = randomUUID()) => ({ id, unitCode: "VC1", version });

describe("What is written beside a unit's figures", () => {
  test("a change is a new version, and the earlier one stays as it was signed", async () => {
    const first = base();
    expect(await signExplanation(anna, first, EXPLANATION, "2026-02-01")).toBe("signed");
    const renewed = { ...EXPLANATION, expires: "2028-01-01" };
    expect(await signExplanation(bo, { ...first, version: 1 }, renewed, TODAY)).toBe("signed");
    expect(await explanations(anna)).toMatchObject([{ expires: "2028-01-01", notedOn: TODAY }]);
    expect(await explanationVersions(anna, first.id)).toMatchObject([
      { version: 2, expires: "2028-01-01", notedOn: TODAY, signedBy: bo.user },
      { version: 1, expires: "2027-01-01", notedOn: "2026-02-01", signedBy: anna.user },
    ]);
  });

  test("two who change the same version at once: one is signed, the other is told", async () => {
    const first = base();
    await signAction(anna, first, ACTION, TODAY);
    const both = await Promise.all([
      signAction(anna, { ...first, version: 1 }, { ...ACTION, state: "ongoing" }, TODAY),
      signAction(bo, { ...first, version: 1 }, { ...ACTION, due: "2027-06-01" }, TODAY),
    ]);
    expect(both.toSorted()).toEqual(["newer", "signed"]);
    expect(await actionVersions(anna, first.id)).toHaveLength(2);
  });

  test("a form that is sent twice is signed once", async () => {
    const first = base();
    const twice = [1, 2].map(() => signAction(anna, first, ACTION, TODAY));
    expect(await Promise.all(twice)).toEqual(["signed", "signed"]);
    expect(await signAction(anna, first, ACTION, TODAY)).toBe("signed");
    expect(await plannedActions(anna)).toHaveLength(1);
    expect(await actions(anna, "VC1")).toHaveLength(1);
  });

  test("what nobody has signed cannot be changed, and no unit is made up", async () => {
    expect(await signExplanation(anna, base(3), EXPLANATION, TODAY)).toBe("unknown");
    const elsewhere = { ...base(), unitCode: "VC9" };
    expect(await signExplanation(anna, elsewhere, EXPLANATION, TODAY)).toBe("unknown");
    expect(await signAction(anna, elsewhere, ACTION, TODAY)).toBe("unknown");
    const first = base();
    await signAction(anna, first, ACTION, TODAY);
    const moved = { ...first, version: 1, unitCode: "VC9" };
    expect(await signAction(anna, moved, ACTION, TODAY)).toBe("unknown");
  });

  test("an open action of a closed unit moves, once, to the unit that goes on, and is nobody else's then", async () => {
    const shape = { kind: "primary_care", predecessors: [] };
    const units = [
      { ...shape, code: "OLD", name: "Linden", validFrom: "2019-01-01", validTo: "2026-06-30" },
      { ...shape, code: "NEW", name: "Eken", validFrom: "2026-07-01", predecessors: ["OLD"] },
    ];
    await db("identity").unit.createMany({ data: units });
    const first = { ...base(), unitCode: "OLD" };
    const seen = { ...first, version: 1 };
    await signAction(anna, first, ACTION, "2026-05-01");
    expect(await moveAction(anna, seen, "VC1", TODAY)).toBe("unknown");
    expect(await moveAction(anna, seen, "NEW", "2026-06-30")).toBe("unknown");
    const twice = [1, 2].map(() => moveAction(anna, seen, "NEW", TODAY));
    expect(await Promise.all(twice)).toEqual(["signed", "signed"]);
    expect(await moveAction(bo, seen, "NEW", TODAY)).toBe("newer");
    expect(await plannedActions(anna, "OLD")).toEqual([]);
    expect(await plannedActions(anna, "NEW")).toMatchObject([{ id: first.id, what: ACTION.what }]);
    expect(await actionVersions(anna, first.id)).toMatchObject([
      { version: 2, unitCode: "NEW", signedBy: anna.user, signedOn: TODAY, due: ACTION.due },
      { version: 1, unitCode: "OLD", signedOn: "2026-05-01" },
    ]);
  });

  test("the database lets HR's side add a version, never change or remove one", async () => {
    await signExplanation(anna, base(), EXPLANATION, TODAY);
    await signAction(anna, base(), ACTION, TODAY);
    const identity = db("identity");
    await expect(identity.explanation.updateMany({ data: { what: "" } })).rejects.toThrow();
    await expect(identity.explanation.deleteMany()).rejects.toThrow();
    await expect(identity.action.updateMany({ data: { what: "" } })).rejects.toThrow();
    await expect(identity.action.deleteMany()).rejects.toThrow();
  });
});
