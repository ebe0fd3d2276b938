import { expect, test } from "vitest";
import { sortiProgram } from "@/lib/cli/program";

test("each command is found by its first word alone, and whoever mistypes one is told of them all", async () => {
  const namesOf = async (word?: string) =>
    (await sortiProgram(word)).commands.map((command) => command.name());
  const all = await namesOf();
  expect(all).toContain("demo");
  for (const name of all) expect(await namesOf(name)).toEqual([name]);
  expect(await namesOf("dmeo")).toEqual(all);
});
