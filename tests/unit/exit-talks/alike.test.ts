import { expect, test } from "vitest";
import { toldApart } from "@/lib/exit-talks/alike";

const person = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ id, unitCode: "A", lastDay: "2026-11-30", kind: "resignation", staffGroup: "" },
  ...more,
});

test("two who are alike in all that HR's file says have each a number, whatever order they are listed in", () => {
  const listed = [person("b"), person("a"), person("c", { lastDay: "2026-10-31" })];
  const numbers = (people: typeof listed) =>
    Object.fromEntries(toldApart(people).map(({ id, alike }) => [id, [alike.number, alike.of]]));
  expect(numbers(listed)).toEqual({ a: [1, 2], b: [2, 2], c: [1, 1] });
  expect(numbers(listed.toReversed())).toEqual(numbers(listed));
});

test("what the file says tells them apart before any number does", () => {
  const people = [
    person("a"),
    person("b", { kind: "retirement" }),
    person("c", { staffGroup: "läkare" }),
  ];
  expect(toldApart(people).map(({ alike }) => alike.of)).toEqual([1, 1, 1]);
});
