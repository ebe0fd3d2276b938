import { expect, test } from "@playwright/test";
import {
  everyAction,
  everyDoor,
  gateOf,
  mayEnter,
  VISITORS,
  type Visitor,
} from "../support/authorisation";
import { inDemonstration } from "../support/demonstration-database";
import { origin } from "../support/visitor";

/** The demonstration's accounts, as requests show them. */
const headers = new Map<Visitor, Record<string, string>>();

test.beforeAll(async () => {
  for (const visitor of VISITORS) {
    // What a browser says of a page of this site.
    const own = { Origin: origin(), "Sec-Fetch-Site": "same-origin" };
    const body = new URLSearchParams({
      email: `${visitor}@norrsjo.example`,
      password: "prova-sorti",
    });
    const reply = await fetch(`${origin()}/sign-in/demo`, {
      ...{ method: "POST", headers: own, body, redirect: "manual" },
    });
    const [held = ""] = reply.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
    expect(held !== "").toBe(visitor !== "nobody");
    headers.set(visitor, { ...own, Cookie: held });
  }
});

type Asked = { readonly method: string; readonly action?: string };

/** What a browser's script sends for an action: the same form in either place where an action may take it. */
function sent({ method, action }: Asked): { readonly body?: FormData } {
  if (method === "GET") return {};
  const body = new FormData();
  if (action !== undefined) {
    const fields = { quarter: "2026-Q3", custodian: "1", draft: "none" };
    for (const [name, value] of Object.entries(fields)) {
      body.set(`1_${name}`, value);
      body.set(`2_${name}`, value);
    }
    body.set("0", '["$K1","$K2"]');
  }
  return { body };
}

/** How a request of this visitor is met: let in, or turned away. */
async function met(visitor: Visitor, at: string, asked: Asked): Promise<string> {
  const { method, action } = asked;
  const reply = await fetch(origin() + at, {
    ...{ method, redirect: "manual", ...sent(asked) },
    headers: { ...headers.get(visitor), ...(action ? { "Next-Action": action } : {}) },
  });
  await reply.arrayBuffer();
  const to = reply.headers.get("location") ?? reply.headers.get("x-action-redirect") ?? "";
  if (to.startsWith("/sign-in?next=")) return "sign in first";
  if ([401, 403].includes(reply.status)) return "turned away";
  if (reply.status === 404) return "not there";
  // The survey's calls say so while no round is open.
  return reply.status < 500 || reply.status === 503 ? "in" : `status ${reply.status}`;
}

type Case = {
  readonly name: string;
  readonly ask: () => Promise<string>;
  readonly wanted: readonly string[];
};

/** Asks eight at a time; those who were met otherwise than wanted. */
async function otherwise(cases: readonly Case[]): Promise<string[]> {
  const left = [...cases];
  const found: string[] = [];
  const asking = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const came = await one.ask();
      if (!one.wanted.includes(came)) found.push(`${one.name}: ${came}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, asking));
  return found.sort();
}

const AWAY = ["sign in first", "turned away"];
/** What is asked for does not exist: whoever may come in hears so, and nobody else. */
const IN = ["in", "not there"];

test("every page and every call lets in whom its line says, and turns away everybody else", async () => {
  const doors = everyDoor();
  expect(doors.length).toBeGreaterThan(90);
  expect(doors.filter(({ route }) => gateOf(route) === null)).toEqual([]);
  const cases = doors.flatMap(({ route, method, at }) =>
    VISITORS.flatMap((visitor): Case[] => {
      const gate = gateOf(route) ?? "anybody";
      const enters = mayEnter(visitor, gate);
      // Between parties that are one there is no call.
      const away = gate === "a key" ? [...AWAY, "not there"] : AWAY;
      // What a call that is let in would do is for other tests.
      if (enters && method === "POST") return [];
      const ask = () => met(visitor, at, { method });
      return [{ name: `${visitor} ${method} ${route}`, ask, wanted: enters ? IN : away }];
    }),
  );
  expect(await otherwise(cases)).toEqual([]);
});

test("whoever asks for what is another role's stands in the access log, by the role whose it is, and the signed-out do not", async () => {
  const rows = async () => {
    const sql =
      "SELECT a.page, u.email FROM identity.accesses a JOIN identity.users u ON u.id::text = a.\"user\" WHERE a.page LIKE '% refused'";
    const all = await inDemonstration<{ page: string; email: string }>("employer", sql);
    return (page: string, email: string) =>
      all.filter((one) => one.page === page && one.email.startsWith(email)).length;
  };
  const before = await rows();
  for (const page of ["/hr", "/operator", "/auditor"]) {
    expect(await met("politician", page, { method: "GET" })).toBe("turned away");
    expect(await met("nobody", page, { method: "GET" })).toBe("sign in first");
  }
  const after = await rows();
  for (const page of ["/hr refused", "/operator refused", "/auditor refused"]) {
    expect(after(page, "politician"), page).toBeGreaterThan(before(page, "politician"));
  }
});

test("every action of a form turns away whoever its page is not for, before it does anything", async () => {
  const actions = everyAction();
  expect(actions.length).toBeGreaterThan(45);
  expect(actions.filter(({ gate }) => gate === null)).toEqual([]);
  const cases = actions.flatMap(({ id, name, gate, at }) =>
    VISITORS.filter((visitor) => !mayEnter(visitor, gate ?? "anybody")).map(
      (visitor): Case => ({
        name: `${visitor} ${name}`,
        ask: () => met(visitor, at, { method: "POST", action: id }),
        wanted: AWAY,
      }),
    ),
  );
  expect(cases.length).toBeGreaterThan(100);
  expect(await otherwise(cases)).toEqual([]);
});
