import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ACTIONS = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => path.join("app", file))
  .filter((file) => /[.]tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }))
  .filter(({ text }) => /^\s*["']use server["']/m.test(text))
  .flatMap(({ file, text }) =>
    [...text.matchAll(/export async function (\w+)\(([^)]*)\)[^{]*\{\n(.*?)\n\}\n/gs)].map(
      ([, name = "", parameters = "", body = ""]) => ({
        name: `${file} ${name}`,
        body,
        taken: [...parameters.matchAll(/(\w+): /g)].map(([, one = ""]) => one),
      }),
    ),
  );

/** Arguments of an action that it uses otherwise than by handing them to a schema. */
const unread = (body: string, taken: readonly string[]) =>
  taken.filter((one) => {
    if (one.startsWith("_")) return false;
    const uses = body.match(new RegExp(`(?<![\\w.])${one}\\b(?!:)`, "g")) ?? [];
    const read = body.match(new RegExp(`\\bgiven\\w*\\(([\\w.]+, )?${one}\\)`, "g")) ?? [];
    return uses.length === 0 || uses.length !== read.length;
  });

test("every action reads what it is handed by a schema, and uses nothing of it before", () => {
  expect(ACTIONS.length).toBeGreaterThan(60);
  expect(
    ACTIONS.flatMap(({ name, body, taken }) => unread(body, taken).map((one) => `${name}: ${one}`)),
  ).toEqual([]);
});

test("there is no action that this look does not see: another form of function, or one that is not exported alone", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => path.join("app", file))
    .filter((file) => /[.]tsx?$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .filter((text) => text.includes("use server"));
  for (const text of files) {
    expect(text).toMatch(/^"use server";\n/);
    expect(text.match(/^export (?!async function|type )/gm) ?? []).toEqual([]);
  }
});

test("the look bites", () => {
  expect(unread("  use(form);", ["form"])).toEqual(["form"]);
  expect(unread("  const form = givenForm(sent);\n  sent.get('a');", ["sent"])).toEqual(["sent"]);
  expect(unread("  const a = given(shape, last);", ["last", "_before"])).toEqual([]);
});
