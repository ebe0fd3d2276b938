import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { METHODS, unreadable } from "@/lib/cli/unreadable";

function asked(method: string, headers: IncomingMessage["headers"] = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method });
  Object.assign(request.headers, headers);
  return request;
}

const has = (state: unknown) => ({
  "next-router-state-tree": encodeURIComponent(JSON.stringify(state)),
});

test("what a page's script says that it has already goes on, and so does whoever says nothing", () => {
  const state = ["", { children: ["hr", { children: ["__PAGE__", {}] }] }, null, null, 16];
  for (const method of METHODS) expect(unreadable(asked(method))).toBeNull();
  expect(unreadable(asked("GET", has(state)))).toBeNull();
});

test.each<readonly [string, IncomingMessage["headers"]]>([
  ["cannot be decoded", { "next-router-state-tree": "%E0%A4%A" }],
  ["is no JSON", { "next-router-state-tree": "%7Bbad" }],
  ["are a number", has(7)],
  ["have a number for a part", has(["__proto__", { children: ["x", 7] }])],
  ["are without end", { "next-router-state-tree": "a".repeat(40_001) }],
])("parts of a page that %s are refused before the framework fails at them", (_what, headers) => {
  expect(unreadable(asked("GET", headers))).toBe(400);
});

test.each(["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND"])(
  "nothing here is asked by %s",
  (method) => {
    expect(unreadable(asked(method))).toBe(405);
  },
);

test("nobody is given a part of a file: the framework fails at a part that is not there", () => {
  const request = asked("GET", { range: "bytes=999999-", "if-range": "x" });
  expect(unreadable(request)).toBeNull();
  expect(request.headers).toEqual({});
});
