import { describe, expect, test } from "vitest";
import { readLogout, TakenTokens, takeApart } from "@/lib/sign-in/logout-token";

const NOW = new Date("2026-11-22T18:00:00Z");
const second = NOW.getTime() / 1000;
const RULES = { issuer: "https://id.region.example", clientId: "sorti" };
const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const GOOD = {
  ...{ iss: RULES.issuer, aud: "sorti", iat: second, exp: second + 120 },
  ...{ jti: "one", sub: "eva", events: { [EVENT]: {} } },
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (head: unknown, body: unknown = GOOD) => `${part(head)}.${part(body)}.c2ln`;

describe("what the region's own sign-in says of somebody who signed out there", () => {
  test("names the account's subject, and what had begun by then", () => {
    const said = { subject: "https://id.region.example eva", id: "one" };
    expect(readLogout(GOOD, RULES, NOW)).toMatchObject(said);
    expect(readLogout({ ...GOOD, aud: ["other", "sorti"], sid: "s" }, RULES, NOW)).toMatchObject(
      said,
    );
    expect(readLogout(GOOD, RULES, NOW)?.began).toEqual(new Date((second + 60) * 1000));
  });

  test.each<readonly [string, object]>([
    ["of another service", { iss: "https://id.region.example/" }],
    ["for another app", { aud: "another" }],
    ["for nobody", { aud: [] }],
    ["that is too old", { iat: second - 301 }],
    ["from a time to come", { iat: second + 61 }],
    ["that has run out", { exp: second - 61 }],
    ["of no event", { events: {} }],
    ["of another event", { events: { "http://schemas.openid.net/event/other": {} } }],
    ["whose event is no object", { events: { [EVENT]: true } }],
    ["of an ID token", { nonce: "n" }],
    ["without a number of its own", { jti: undefined }],
    ["about nobody", { sub: undefined }],
    ["about everybody", { sub: "" }],
    ["whose time is a text", { iat: String(second) }],
  ])("is not believed: a word %s", (_what, lie) => {
    expect(readLogout({ ...GOOD, ...lie }, RULES, NOW)).toBeNull();
  });

  test("is taken once, and forgotten when it is too old anyway", () => {
    const taken = new TakenTokens();
    expect([taken.take("a", NOW), taken.take("a", NOW), taken.take("b", NOW)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(taken.take("a", new Date(NOW.getTime() + 601_000))).toBe(true);
  });
});

describe("a token", () => {
  test("is taken apart when it is signed in a way that is taken", () => {
    for (const head of [
      { alg: "RS256", kid: "k", typ: "logout+jwt" },
      { alg: "ES256", typ: "JWT" },
      { alg: "PS256" },
    ]) {
      expect(takeApart(token(head))).toMatchObject({ alg: head.alg, claims: GOOD });
    }
  });

  test.each([
    ["nothing", ""],
    ["one part", "abc"],
    ["unsigned", token({ alg: "none" })],
    ["signed with what both sides know", token({ alg: "HS256" })],
    ["of another kind", token({ alg: "RS256", typ: "at+jwt" })],
    ["four parts", `${token({ alg: "RS256" })}.x`],
    ["no JSON", "e30x.e30.c2ln"],
  ])("is none: %s", (_what, text) => {
    expect(takeApart(text)).toBeNull();
  });
});
