import { describe, expect, test } from "vitest";
import {
  createAccount,
  removeAccount,
  setDisabled,
  setRoles,
  signOutAccount,
} from "@/lib/auth/administer";
import { commandLineAdministrator } from "@/lib/auth/command-line";
import type { UserRole } from "@/lib/auth/roles";
import { beginSession, endAllSessions, forgetOldSignIns, sessionOf } from "@/lib/auth/sessions";
import { mailSignInLink, openSignInLink } from "@/lib/auth/sign-in-link";
import { caughtMails } from "@/lib/mail/inbox";
import { opens } from "@/lib/sign-in/rule";
import { asOwner } from "@/tests/support/databases";
import { withMailing } from "../invitations/mailing";

withMailing();

const NOW = new Date("2026-11-16T08:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const by = commandLineAdministrator("test");
const MARIA = "maria@region.example";
const HERS = "her-browser";

async function account(...roles: UserRole[]): Promise<string> {
  const made = await createAccount(by, { email: MARIA, name: "Maria Ek", roles }, NOW);
  return made?.startCode ?? "";
}

const idOf = async () =>
  (await asOwner<{ id: string }>("employer", "SELECT id FROM identity.users"))[0]?.id ?? "";

/** Asks for a link in a browser, and takes it from the mail. */
async function linkTo(email = MARIA, browser = HERS, now = NOW): Promise<string> {
  await mailSignInLink(email, browser, "sv", now);
  const [mail] = await caughtMails(1);
  return /\/sign-in\/link#([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
}

test("a mailed link signs in once, in the browser that asked for it, for a quarter of an hour", async () => {
  await account("politician");
  const link = await linkTo();
  expect(await openSignInLink(link, "another-browser", NOW)).toBe(null);
  expect(await openSignInLink(link, HERS, later(15 * 60)), "too late").toBe(null);
  const both = await Promise.all([
    openSignInLink(link, HERS, NOW),
    openSignInLink(link, HERS, NOW),
  ]);
  const [opened] = both.filter((one) => one !== null);
  expect(
    both.filter((one) => one !== null),
    "twice at once",
  ).toHaveLength(1);
  expect(await openSignInLink(link, HERS, NOW)).toBe(null);
  const session = await sessionOf(opened?.secret ?? "", NOW);
  expect(session?.user).toMatchObject({ name: "Maria Ek", roles: ["politician"] });
  expect(opens(session?.stage ?? "", { roles: ["politician"], demo: false })).toBe(true);
});

test("an address without an account gets no mail, and one with an account no more than three at a time", async () => {
  await account("politician");
  await mailSignInLink("nobody@region.example", HERS, "sv", NOW);
  expect(await caughtMails(9)).toEqual([]);
  for (let i = 0; i < 5; i += 1) await linkTo();
  expect(await caughtMails(9)).toHaveLength(3);
  expect((await caughtMails(1))[0]?.text).not.toContain("Maria");
  await linkTo(MARIA, HERS, later(16 * 60));
  expect(await caughtMails(9), "when the first have stopped working").toHaveLength(4);
});

test("neither a link, a cookie nor a code stands in the database", async () => {
  const start = await account("hr");
  const link = await linkTo();
  const opened = await openSignInLink(link, HERS, NOW);
  await linkTo();
  const rows = await asOwner(
    "employer",
    `SELECT to_jsonb(s)::text AS row FROM identity.sessions s
     UNION ALL SELECT to_jsonb(l)::text FROM identity.sign_in_links l
     UNION ALL SELECT to_jsonb(f)::text FROM identity.second_factors f
     UNION ALL SELECT to_jsonb(a)::text FROM identity.accesses a`,
  );
  const text = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThanOrEqual(4);
  for (const secret of [start, link, opened?.secret ?? "none", HERS, MARIA]) {
    expect(text).not.toContain(secret);
  }
});

test("a role that is taken, an account that is disabled and a sign-out hold from the next request on", async () => {
  await account("politician");
  const userId = await idOf();
  const begin = () => beginSession(userId, { means: "link", stage: "plain" }, NOW);
  const secret = await begin();
  expect(await setRoles(by, MARIA, ["auditor"], NOW)).toEqual({
    startCode: expect.stringMatching(/^\w{24}$/),
  });
  const raised = await sessionOf(secret, NOW);
  expect(raised?.user.roles).toEqual(["auditor"]);
  expect(opens(raised?.stage ?? "", raised?.user ?? { roles: [], demo: true })).toBe(false);
  expect(await signOutAccount(by, MARIA, NOW)).toBe(1);
  expect(await sessionOf(secret, NOW)).toBe(null);
  const [again, other] = [await begin(), await begin()];
  await endAllSessions(userId, (await sessionOf(again, NOW))?.hash);
  expect([await sessionOf(other, NOW), (await sessionOf(again, NOW))?.user.id]).toEqual([
    null,
    userId,
  ]);
  await setDisabled(by, MARIA, true, NOW);
  expect(await sessionOf(again, NOW)).toBe(null);
  expect(await linkTo(), "nor is a link mailed").toBe("");
  await setDisabled(by, MARIA, false, NOW);
  expect(await openSignInLink(await linkTo(), HERS, NOW)).toMatchObject({ waits: true });
});

test("what is over is removed, and what is used goes on until the working day is over", async () => {
  await account("politician");
  const userId = await idOf();
  const secret = await beginSession(userId, { means: "link", stage: "plain" }, NOW);
  await linkTo();
  const hour = 3600;
  for (const at of [1, 2.9, 4.8, 6.7, 7.9]) {
    expect(await sessionOf(secret, later(at * hour)), `after ${at} hours`).not.toBe(null);
  }
  expect(await sessionOf(secret, later(8 * hour))).toBe(null);
  await forgetOldSignIns(later(8 * hour));
  const counted = "SELECT count(*)::int AS n FROM identity.";
  const left = await Promise.all(
    ["sessions", "sign_in_links"].map((table) => asOwner("employer", counted + table)),
  );
  expect(left).toEqual([[{ n: 0 }], [{ n: 0 }]]);
});

test("every change of an account, and every signing in, stands in the access log", async () => {
  await account("politician");
  await openSignInLink(await linkTo(), HERS, NOW);
  await setRoles(by, MARIA, ["politician", "hr"], NOW);
  await setDisabled(by, MARIA, true, NOW);
  const rows = await asOwner<{ page: string }>("employer", "SELECT page FROM identity.accesses");
  expect(rows.map(({ page }) => page).sort()).toEqual([
    "/sign-in link",
    "account created with politician: Maria Ek",
    "account disabled: Maria Ek",
    "account has politician, hr: Maria Ek",
  ]);
});

describe("an account that is removed", () => {
  const left = async (table: string) =>
    (await asOwner("employer", `SELECT FROM identity.${table}`)).length;
  const ANDERS = { email: "anders@region.example", name: "Anders", roles: ["hr"] } as const;

  const numberOfMaria = async () => {
    const sql = "SELECT id FROM identity.users WHERE email = $1";
    return (await asOwner<{ id: string }>("employer", sql, [MARIA]))[0]?.id ?? "";
  };

  test("goes with its sessions, links, phone and codes; the access log keeps its rows by number, and says whose it was", async () => {
    await account("hr");
    await createAccount(by, ANDERS, NOW);
    const id = await numberOfMaria();
    await beginSession(id, { stage: "proven", means: "link" }, NOW);
    await mailSignInLink(MARIA, HERS, "sv", NOW);
    await asOwner(
      "employer",
      `INSERT INTO identity.accesses (id, "user", page, at) VALUES (gen_random_uuid(), $1, '/hr', $2)`,
      [id, NOW],
    );
    expect(await removeAccount(by, MARIA, NOW)).toEqual({ outcome: "removed" });
    const tables = ["sessions", "sign_in_links", "recovery_codes"];
    expect(await Promise.all(tables.map(left))).toEqual([0, 0, 0]);
    expect([await left("users"), await left("second_factors")], "Anders's").toEqual([1, 1]);
    const kept = await asOwner<{ user: string; page: string }>(
      "employer",
      `SELECT "user", page FROM identity.accesses`,
    );
    expect(kept).toContainEqual({ user: id, page: "/hr" });
    expect(kept.map(({ page }) => page)).toContain(`account removed: Maria Ek (${id})`);
  });

  test("twice, or twice at once, is removed once and noted once", async () => {
    await account("hr");
    await createAccount(by, ANDERS, NOW);
    const both = await Promise.all([1, 2].map(() => removeAccount(by, MARIA, NOW)));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["gone", "removed"]);
    expect(await removeAccount(by, MARIA, NOW)).toEqual({ outcome: "gone" });
    const noted = await asOwner(
      "employer",
      "SELECT FROM identity.accesses WHERE page LIKE 'account removed%'",
    );
    expect(noted).toHaveLength(1);
  });

  test("is not the last that opens a role, unless it is disabled", async () => {
    await account("hr", "auditor");
    await createAccount(by, ANDERS, NOW);
    expect(await removeAccount(by, MARIA, NOW)).toEqual({ outcome: "last", roles: ["auditor"] });
    expect(await left("users")).toBe(2);
    await setDisabled(by, MARIA, true, NOW);
    expect(await removeAccount(by, MARIA, NOW)).toEqual({ outcome: "removed" });
    expect(await removeAccount(by, ANDERS.email, NOW)).toMatchObject({ outcome: "last" });
  });
});
