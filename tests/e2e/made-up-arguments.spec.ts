import { expect, test } from "@playwright/test";
import { asker } from "../fuzz/ask";
import {
  type Action,
  everyAction,
  mayEnter,
  VISITORS,
  type Visitor,
} from "../support/authorisation";
import { inDemonstration } from "../support/demonstration-database";
import { type MadeUp, madeUpArguments } from "../support/made-up-arguments";
import { origin } from "../support/visitor";

/** What only people write, and nothing of the server's own that goes on meanwhile. */
const WRITTEN = {
  employer: [
    ...["actions", "api_keys", "explanations", "import_drafts", "imports", "policies"],
    ...["programme_decisions", "recovery_codes", "second_factors"],
  ].map((table) => `SELECT * FROM identity.${table}`),
  collector: ["SELECT * FROM operator.questionnaires", "SELECT number FROM operator.changes"],
} as const;

/** What is asked → what there is, in one number. */
async function written(): Promise<Record<string, string>> {
  const sides = ["employer", "collector"] as const;
  const found: Record<string, string> = {};
  for (const side of sides) {
    for (const asked of WRITTEN[side]) {
      const sum = "md5(coalesce(string_agg(one::text, '|' ORDER BY one::text), ''))";
      const sql = `SELECT ${sum} AS sum FROM (${asked}) one`;
      const [row] = await inDemonstration<{ sum: string }>(side, sql);
      found[asked] = row?.sum ?? "";
    }
  }
  return found;
}

/** A session of its own for each role. */
async function sessionOf(visitor: Visitor): Promise<string> {
  const body = new URLSearchParams({
    ...{ email: `${visitor}@norrsjo.example`, password: "prova-sorti" },
  });
  const headers = { Origin: origin(), "Sec-Fetch-Site": "same-origin" };
  const reply = await fetch(`${origin()}/sign-in/demo`, {
    ...{ method: "POST", headers, body, redirect: "manual" },
  });
  return reply.headers.getSetCookie().map((one) => one.split(";")[0])[0] ?? "";
}

/** Whom an action is for: nobody in particular where everybody may call it. */
const callerOf = ({ gate }: Action): Visitor =>
  VISITORS.find((visitor) => gate !== null && mayEnter(visitor, gate)) ?? "nobody";

const LANES = 6;

test("no action fails, or changes anything, at arguments that no page of ours sends", async () => {
  // On however slow a machine.
  test.setTimeout(30 * 60_000);
  const actions = everyAction();
  expect(actions.length).toBeGreaterThan(45);
  const cookies = new Map<Visitor, string>();
  for (const visitor of VISITORS) cookies.set(visitor, await sessionOf(visitor));
  const before = await written();
  const left = actions.flatMap((action) =>
    madeUpArguments(action.id).map((made) => ({ action, made })),
  );
  expect(left.length).toBeGreaterThan(1000);
  const { port } = new URL(origin());
  const { ask, stop } = asker(origin(), LANES);
  const failed: string[] = [];
  const asking = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const { status } = await ask(shotOf(one, cookies, port));
      if (status >= 500) failed.push(`${one.action.name}: ${one.made.name}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, asking));
  stop();
  expect(failed.sort()).toEqual([]);
  expect(await written()).toEqual(before);
});

function shotOf(
  { action, made }: { readonly action: Action; readonly made: MadeUp },
  cookies: ReadonlyMap<Visitor, string>,
  port: string,
) {
  const headers = {
    ...{ host: `localhost:${port}`, origin: origin(), "sec-fetch-site": "same-origin" },
    ...{ ...(made.scripted ? { "next-action": action.id } : {}), "content-type": made.type },
    cookie: cookies.get(callerOf(action)) ?? "",
  };
  return { method: "POST", path: action.at, headers, body: made.body };
}
