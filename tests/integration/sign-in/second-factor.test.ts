import { TOTP, URI } from "otpauth";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createAccount, resetSecondFactor } from "@/lib/auth/administer";
import { commandLineAdministrator } from "@/lib/auth/command-line";
import { DEMO_PASSWORD, demoUser } from "@/lib/auth/demo-accounts";
import type { UserRole } from "@/lib/auth/roles";
import { confirmFactor, factorOf, showCode } from "@/lib/auth/second-factor";
import { beginSession, sessionOf } from "@/lib/auth/sessions";
import { mailSignInLink } from "@/lib/auth/sign-in-link";
import { authenticatorFor } from "@/lib/auth/totp";
import { closeClients } from "@/lib/db/clients";
import { asOwner, cleanDatabases } from "@/tests/support/databases";

// Not the demonstration: settings are read once, and this file's are those of a region.
beforeEach(cleanDatabases);
afterAll(closeClients);

const NOW = new Date("2026-11-16T08:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const by = commandLineAdministrator("test");
const MARIA = "maria@region.example";

async function account(...roles: UserRole[]): Promise<string> {
  const made = await createAccount(by, { email: MARIA, name: "Maria Ek", roles }, NOW);
  return made?.startCode ?? "";
}

const idOf = async () =>
  (await asOwner<{ id: string }>("employer", "SELECT id FROM identity.users"))[0]?.id ?? "";

/** The authenticator that has read the account's picture. */
async function phone(): Promise<{ readonly codeAt: (now: Date) => string }> {
  const userId = await idOf();
  const factor = await factorOf(userId);
  const owner = { userId, seed: factor?.seed ?? "" };
  const { address } = authenticatorFor(owner, { region: "Norrsjö", email: MARIA });
  const totp = URI.parse(address);
  if (!(totp instanceof TOTP)) throw new Error("no authenticator reads this");
  return { codeAt: (now) => totp.generate({ timestamp: now.getTime() }) };
}

const digits = (code: string) => ({ kind: "digits", digits: code }) as const;
const paper = (code: string) => ({ kind: "paper", code }) as const;

/** An account with a phone, and its recovery codes. */
async function withPhone(...roles: UserRole[]) {
  const start = await account(...roles);
  const userId = await idOf();
  expect(await showCode(userId, paper(start), NOW)).toEqual({ kind: "started" });
  const own = await phone();
  const codes = await confirmFactor(userId, own.codeAt(NOW), NOW);
  if ("kind" in codes) throw new Error(codes.kind);
  return { userId, start, codes, codeAt: own.codeAt };
}

test("whoever reads somebody's mail comes no further: a phone is connected with a code that came another way", async () => {
  const start = await account("hr");
  const userId = await idOf();
  const before = await factorOf(userId);
  expect(await confirmFactor(userId, "000000", NOW)).toEqual({ kind: "wrong" });
  expect(await showCode(userId, paper("00000000000000000"), NOW)).toEqual({ kind: "wrong" });
  expect(await showCode(userId, paper(start), NOW)).toEqual({ kind: "started" });
  expect((await factorOf(userId))?.seed, "a secret nobody has seen").not.toBe(before?.seed);
});

test("a code from the phone is taken once, and never one that is older than the last", async () => {
  const { userId, codeAt, start } = await withPhone("hr");
  const show = (code: string, now: Date) => showCode(userId, digits(code), now);
  expect(await show(codeAt(NOW), NOW), "the one it was connected with").toEqual({ kind: "wrong" });
  const next = later(30);
  const both = await Promise.all([show(codeAt(next), next), show(codeAt(next), next)]);
  expect(
    both.filter(({ kind }) => kind === "taken"),
    "twice at once",
  ).toHaveLength(1);
  expect(await show(codeAt(next), later(40))).toEqual({ kind: "wrong" });
  expect(await show(codeAt(NOW), later(40))).toEqual({ kind: "wrong" });
  expect(await showCode(userId, paper(start), later(40)), "the start code").toEqual({
    kind: "wrong",
  });
});

test("wrong codes make the account rest, longer each time, and many at once are as many tries", async () => {
  const { userId, codeAt } = await withPhone("operator");
  await Promise.all(Array.from({ length: 10 }, () => showCode(userId, digits("000000"), NOW)));
  for (let i = 0; i < 4; i += 1) await showCode(userId, digits("000000"), NOW);
  const resting = await showCode(userId, digits(codeAt(later(30))), later(29));
  expect(resting, "a right one too").toMatchObject({ kind: "resting" });
  const until = (await factorOf(userId))?.lockedUntil ?? NOW;
  expect(until.getTime()).toBeGreaterThanOrEqual(later(30).getTime());
  expect(await showCode(userId, digits("000000"), until)).toEqual({ kind: "wrong" });
  const second = (await factorOf(userId))?.lockedUntil ?? NOW;
  expect(second.getTime() - until.getTime()).toBeGreaterThanOrEqual(60_000);
  expect(await showCode(userId, digits(codeAt(second)), second)).toEqual({ kind: "taken" });
  expect(await factorOf(userId)).toMatchObject({ failures: 0, lockedUntil: null });
});

test("each recovery code opens once, and a new start code takes phone and codes away", async () => {
  const { userId, codes, codeAt } = await withPhone("auditor");
  expect(new Set(codes)).toHaveLength(8);
  const [first = "", second = ""] = codes;
  expect(await showCode(userId, paper(first), NOW)).toEqual({ kind: "taken" });
  expect(await showCode(userId, paper(first), NOW)).toEqual({ kind: "wrong" });
  const secret = await beginSession(userId, { means: "link", stage: "proven" }, NOW);
  await resetSecondFactor(by, MARIA, NOW);
  expect(await sessionOf(secret, NOW)).toBe(null);
  expect(await showCode(userId, paper(second), NOW)).toEqual({ kind: "wrong" });
  expect(await showCode(userId, digits(codeAt(later(60))), later(60))).toEqual({ kind: "wrong" });
});

test("the demonstration's accounts and their cookies open nothing outside the demonstration", async () => {
  const email = "hr@norrsjo.example";
  await asOwner(
    "employer",
    "INSERT INTO identity.users (id, email, name, roles, demo) VALUES (gen_random_uuid(), $1, 'Karin', '{hr}', true)",
    [email],
  );
  const secret = await beginSession(await idOf(), { means: "demo", stage: "proven" }, NOW);
  expect(await sessionOf(secret, NOW)).toBe(null);
  expect(await demoUser(email, DEMO_PASSWORD)).toBe(null);
  await mailSignInLink(email, "a-browser", "sv", NOW);
  expect(await asOwner("employer", "SELECT * FROM identity.sign_in_links")).toEqual([]);
});
