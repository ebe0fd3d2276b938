import { expect, test } from "vitest";
import type { AuditorActor, HrActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { homeOf } from "@/lib/auth/roles";

const unitsFor = (actor: HrActor) => actor.name;
const logFor = (actor: AuditorActor) => actor.name;

test("only someone whose role was checked can ask for what HR sees", () => {
  // @ts-expect-error a plain object is not permission
  expect(unitsFor({ user: "1", name: "Karin" })).toBe("Karin");
  expect(unitsFor(commandLineActor("hr", "Karin, monthly import"))).toBe("Karin, monthly import");
});

test("one role's permission is not another's", () => {
  // @ts-expect-error HR does not read the auditor's log
  expect(logFor(commandLineActor("hr", "Karin"))).toBe("Karin");
});

test("a permission cannot be changed into somebody else's", () => {
  const actor = commandLineActor("hr", "Karin");
  expect(() => Object.assign(actor, { user: "2" })).toThrow(TypeError);
  expect(actor.user).toBe("command line: Karin");
});

test("each begins on their own pages", () => {
  expect(homeOf(["politician"])).toBe("/reports");
  expect(homeOf(["auditor", "operator"])).toBe("/operator");
  expect(homeOf([])).toBe("/");
});
