import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { inLanes } from "../lanes";

/** Work that notes when it begins and ends. */
function watched(noted: string[], name: string, after: readonly string[] = []) {
  const run = async () => {
    noted.push(`${name} begins`);
    await wait(10);
    noted.push(`${name} ends`);
    return name;
  };
  return { name, after, run };
}

test("every check runs once, two at a time, and none before what it waits for", async () => {
  const noted: string[] = [];
  const work = [
    watched(noted, "build"),
    watched(noted, "browser", ["build"]),
    watched(noted, "types", ["route types", "build"]),
    watched(noted, "lint"),
  ];
  expect(await inLanes(2, work)).toEqual(["build", "browser", "types", "lint"]);
  expect(noted.slice(0, 2)).toEqual(["build begins", "lint begins"]);
  expect(noted).toHaveLength(2 * work.length);
  const counted = noted.map((_, at) => noted.slice(0, at + 1));
  const running = counted.map(
    (so) => so.filter((one) => one.endsWith("begins")).length * 2 - so.length,
  );
  expect(Math.max(...running)).toBe(2);
  for (const name of ["browser", "types"]) {
    expect(noted.indexOf(`${name} begins`)).toBeGreaterThan(noted.indexOf("build ends"));
  }
});

test("checks that wait for each other are an error, not a silence", async () => {
  const work = [watched([], "one", ["two"]), watched([], "two", ["one"])];
  await expect(inLanes(2, work)).rejects.toThrow("waits for itself");
});
