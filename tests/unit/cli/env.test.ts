import { expect, test } from "vitest";
import { assertOwnNames, readSettings, rolesOf } from "@/lib/env";
import { settingsReference } from "@/lib/env/reference";

test("the time for answers on their way cannot be shorter than 72 hours", () => {
  expect(() => readSettings({ SORTI_GRACE_SECONDS: "259199" })).toThrow(
    "The configuration is not usable. SORTI_GRACE_SECONDS: outside the demonstration answers on their way have at least 72 hours, 259200 seconds.",
  );
  expect(readSettings({ SORTI_GRACE_SECONDS: "259200" }).SORTI_GRACE_SECONDS).toBe(259_200);
  expect(readSettings({}).SORTI_GRACE_SECONDS).toBe(259_200);
});

test("the demonstration may shorten it", () => {
  const settings = readSettings({ SORTI_MODE: "demo", SORTI_GRACE_SECONDS: "3" });
  expect(settings.SORTI_GRACE_SECONDS).toBe(3);
});

test("no proxy is trusted unless a number of them is named", () => {
  expect(readSettings({}).SORTI_TRUSTED_PROXIES).toBe(0);
  expect(readSettings({ SORTI_TRUSTED_PROXIES: "2" }).SORTI_TRUSTED_PROXIES).toBe(2);
  expect(() => readSettings({ SORTI_TRUSTED_PROXIES: "-1" })).toThrow("SORTI_TRUSTED_PROXIES");
});

const TWO = { SORTI_PARTY_SECRET: "a".repeat(32), SORTI_ORIGIN: "https://own.example" };

test("issuer and collector start only when they know where the other is and have a secret in common", () => {
  expect(() => readSettings({ SORTI_PARTS: "issuer" })).toThrow(
    "SORTI_COLLECTOR_ORIGIN: the issuer cannot run without it; SORTI_PARTY_SECRET: the issuer cannot run without it.",
  );
  expect(() => readSettings({ ...TWO, SORTI_PARTS: "collector" })).toThrow(
    "SORTI_ISSUER_ORIGIN: the collector cannot run without it.",
  );
  expect(() => readSettings({ SORTI_PARTS: "neither" })).toThrow("SORTI_PARTS");
  const issuer = { ...TWO, SORTI_PARTS: "issuer", SORTI_COLLECTOR_ORIGIN: "https://svar.example" };
  expect(readSettings(issuer).SORTI_PARTS).toBe("issuer");
});

test("a party's address is an origin and nothing more, since browsers compare it by the letter", () => {
  for (const wrong of ["https://svar.example/", "https://svar.example/svar", "svar.example", "*"]) {
    expect(() => readSettings({ SORTI_COLLECTOR_ORIGIN: wrong }), wrong).toThrow(
      "SORTI_COLLECTOR_ORIGIN: is no origin such as https://svar.example.se",
    );
  }
});

test("outside the demonstration the parties talk to each other over an encrypted line only", () => {
  const collector = { ...TWO, SORTI_PARTS: "collector", SORTI_ISSUER_ORIGIN: "http://hr.example" };
  expect(() => readSettings(collector)).toThrow("SORTI_ISSUER_ORIGIN: must begin with https://");
  expect(readSettings({ ...collector, SORTI_MODE: "demo" }).SORTI_PARTS).toBe("collector");
});

test("a party connects with its own side's roles; the issuer also reads what is released", () => {
  expect([...rolesOf("issuer")].sort()).toEqual([
    "confirmer",
    "identity",
    "issuer",
    "printer",
    "reader",
  ]);
  expect(rolesOf("collector")).toEqual(["collector", "mixer", "operator", "reader"]);
  expect(rolesOf("both")).toHaveLength(8);
});

test("the region's own sign-in starts only whole, over HTTPS, and with a list of roles that can be read", () => {
  const whole = {
    SORTI_OIDC_ISSUER: "https://id.example",
    SORTI_OIDC_CLIENT_ID: "sorti",
    SORTI_OIDC_CLIENT_SECRET: "s".repeat(16),
    NEXTAUTH_SECRET: "n".repeat(32),
    NEXTAUTH_URL: "http://localhost:3000",
  };
  expect(readSettings(whole).SORTI_OIDC_ACCOUNT_CLAIM).toBe("email");
  const { NEXTAUTH_SECRET: _, NEXTAUTH_URL: __, ...less } = whole;
  expect(() => readSettings(less)).toThrow(
    "NEXTAUTH_SECRET: the region's own sign-in cannot run without it; NEXTAUTH_URL: the region's own sign-in cannot run without it.",
  );
  const plain = { ...whole, SORTI_OIDC_ISSUER: "http://id.example" };
  expect(() => readSettings(plain)).toThrow("SORTI_OIDC_ISSUER: must begin with https://");
  const roles = { ...whole, SORTI_OIDC_ROLES_CLAIM: "groups", SORTI_OIDC_ROLES: "SortiHR=chef" };
  expect(() => readSettings(roles)).toThrow("SORTI_OIDC_ROLES: is no list such as SortiHR=hr");
  expect(() => readSettings({ ...whole, SORTI_OIDC_ROLES: "SortiHR=hr" })).toThrow(
    "goes with SORTI_OIDC_ROLES_CLAIM",
  );
});

test("the address that sign-in leads back to is checked at the start, with the other settings", () => {
  const wrong = "NEXTAUTH_URL: must be the same address as SORTI_ORIGIN";
  expect(() => readSettings({ NEXTAUTH_URL: "http://localhost:4000" })).toThrow(wrong);
  expect(() => readSettings({ NEXTAUTH_URL: "hr.region.example" })).toThrow(
    "NEXTAUTH_URL: Invalid",
  );
  const own = { SORTI_ORIGIN: "https://hr.example", NEXTAUTH_URL: "https://hr.example/" };
  expect(readSettings(own).SORTI_ORIGIN).toBe("https://hr.example");
});

test("a setting that is written down empty counts as none, and a wrong one is named without its value", () => {
  expect(readSettings({ SORTI_PARTY_SECRET: "", PORT: "" }).PORT).toBe(3000);
  const secret = "mysql://sorti:hemligt@db";
  expect(() => readSettings({ DATABASE_URL_IDENTITY: secret })).toThrow(
    "DATABASE_URL_IDENTITY: is no address such as postgresql://user:password@host/database.",
  );
});

test("a real server says the region's name, the external party's and its mails' sender; the demonstration has its own", () => {
  const own = {
    SORTI_REGION: "Region Väst",
    SORTI_OPERATOR: "Byrån",
    MAIL_FROM: "hr@vast.example",
  };
  expect(() => assertOwnNames({})).toThrow(
    "Outside the demonstration a server says whose it is: set SORTI_REGION, SORTI_OPERATOR, MAIL_FROM.",
  );
  for (const name of Object.keys(own)) {
    expect(() => assertOwnNames({ ...own, [name]: "" }), name).toThrow(`set ${name}.`);
  }
  expect(() => assertOwnNames(own)).not.toThrow();
  expect(() => assertOwnNames({ SORTI_MODE: "demo" })).not.toThrow();
});

test("whoever asks for settings.md is told which names a real server has to say", () => {
  const rows = settingsReference().split("\n");
  const named = rows.filter((row) => row.includes("in the demonstration; else no server starts"));
  expect(named.map((row) => row.split("`")[1])).toEqual([
    "SORTI_REGION",
    "SORTI_OPERATOR",
    "MAIL_FROM",
  ]);
});
