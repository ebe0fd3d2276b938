import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { isPageForm, readForm } from "@/lib/cli/form-gate";

const ACTION = "60".padEnd(42, "a");
const MULTIPART = "multipart/form-data; boundary=edge";
const OWN = { host: "sorti.example", origin: "https://sorti.example" };

const part = (name: string, value: string) =>
  `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (...parts: readonly string[]) => `${parts.join("")}--edge--\r\n`;

type Asked = { readonly body?: string; readonly url?: string; readonly method?: string };

function asked(
  headers: IncomingMessage["headers"],
  { body = "", url = "/exit-talk", method = "POST" }: Asked,
) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  Object.assign(request.headers, headers);
  request.push(body);
  request.push(null);
  return request;
}

async function read(headers: IncomingMessage["headers"], body: string): Promise<number | string> {
  const given = await readForm(asked({ ...OWN, ...headers }, { body }));
  if (typeof given === "number") return given;
  const parts: Buffer[] = [];
  for await (const one of given) parts.push(one);
  expect([given.url, given.method, given.headers.host]).toEqual(["/exit-talk", "POST", OWN.host]);
  return Buffer.concat(parts).toString();
}

const byScript = { "next-action": ACTION, "content-type": MULTIPART };
const withoutScript = { "content-type": MULTIPART };
const TEXT = { "next-action": ACTION, "content-type": "text/plain;charset=UTF-8" };

describe("a form of one of our pages", () => {
  test("goes on byte for byte, whether a script sends it or not", async () => {
    const scripted = form(part("1_email", "a@b.example"), part("0", '["$K1"]'));
    expect(await read(byScript, scripted)).toBe(scripted);
    const plain = form(part(`$ACTION_ID_${ACTION}`, ""), part("email", "a@b.example"));
    expect(await read(withoutScript, plain)).toBe(plain);
    const bound = form(part("$ACTION_REF_1", ""), part("$ACTION_1:0", `{"id":"${ACTION}"}`));
    expect(await read(withoutScript, bound)).toBe(bound);
    for (const sent of ['["token"]', '[{"a":"$undefined","b":"$$5"},"$0:0:b"]']) {
      expect(await read(TEXT, sent)).toBe(sent);
    }
    const state = form(
      part("$ACTION_REF_3", ""),
      part("$ACTION_3:0", `{"id":"${ACTION}","bound":"$@1"}`),
      part("$ACTION_3:1", '[{"typed":{"reason":"100 $"},"outcome":null}]'),
      part("$ACTION_KEY", "k5ba2"),
    );
    expect(await read(withoutScript, state)).toBe(state);
  });

  test.each<readonly [string, IncomingMessage["headers"], string]>([
    ["is cut off", byScript, form(part("0", "[]")).slice(0, -9)],
    ["has arguments that are no list", byScript, form(part("0", "7"))],
    ["has arguments that cannot be read", byScript, form(part("0", "[1,"))],
    ["has no arguments", byScript, form(part("a", "b"))],
    ["names no action", { ...byScript, "next-action": "__proto__" }, form(part("0", "[]"))],
    ["names no action in its field", withoutScript, form(part("$ACTION_ID_x", ""))],
    ["has a hidden field that cannot be read", withoutScript, form(part("$ACTION_1:0", "{"))],
    ["names arguments that are nowhere", byScript, form(part("0", '["$1"]'))],
    ["promises arguments", byScript, form(part("0", '["$@1"]'))],
    ["hands over a function", TEXT, '["$F1"]'],
    ["names a place that every object has", TEXT, '[{},"$0:0:constructor"]'],
    ["names a place that is nowhere", TEXT, '[{},"$0:7"]'],
    ["names all of its arguments", TEXT, '[{"a":"$0"}]'],
    ["is deeper than any", TEXT, `${"[".repeat(40)}${"]".repeat(40)}`],
    ["hides a NUL in an argument", TEXT, '[{"id":"a\\u0000b"}]'],
    ["hides a NUL in a field", byScript, form(part("1_id", "a\0b"), part("0", '["$K1"]'))],
    ["has no action behind its name", withoutScript, form(part("$ACTION_REF_1", ""))],
    [
      "has no arguments behind their name",
      withoutScript,
      form(part("$ACTION_REF_1", ""), part("$ACTION_1:0", `{"id":"${ACTION}","bound":"$@1"}`)),
    ],
    [
      "binds something else",
      withoutScript,
      form(part("$ACTION_REF_1", ""), part("$ACTION_1:0", `{"id":"${ACTION}","bound":"$@2"}`)),
    ],
    ["is of another kind", { ...byScript, "content-type": "application/json" }, "[]"],
  ])("that %s is refused before the framework fails at it", async (_what, headers, body) => {
    expect(await read(headers, body)).toBe(400);
  });

  test("longer than the framework takes is not read to its end", async () => {
    expect(await read(byScript, "a".repeat(1024 * 1024 + 1))).toBe(413);
  });

  test("that another site's page sends is refused, and so is one that says a place that is none", async () => {
    const body = form(part("0", "[]"));
    for (const from of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "[]" }]) {
      expect(await read({ ...byScript, ...from }, body)).toBe(403);
    }
    expect(await read({ ...byScript, "sec-fetch-site": "cross-site" }, body)).toBe(403);
    expect(await read({ ...byScript, "sec-fetch-site": "same-origin" }, body)).toBe(body);
  });
});

test("what is no form of a page is left alone: calls, addresses that are opened, and a program's own body", () => {
  const what = (headers: IncomingMessage["headers"], more: Asked) =>
    isPageForm(asked(headers, more));
  expect(what(byScript, {})).toBe(true);
  expect(what(withoutScript, {})).toBe(true);
  expect(what(byScript, { method: "GET" })).toBe(false);
  expect(what(withoutScript, { url: "/api/import-drafts" })).toBe(false);
  expect(what({ "content-type": "application/json" }, {})).toBe(false);
});
