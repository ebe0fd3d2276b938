import { expect, test } from "vitest";
import { type ClaimRules, readClaims, readRoleList } from "@/lib/sign-in/claims";

const RULES: ClaimRules = { issuer: "https://id.example", account: "email", roles: null };
const EVA = {
  iss: "https://id.example",
  sub: "42",
  name: "Eva Lind",
  email: "Eva@Region.example",
  email_verified: true,
};

test("whoever comes is known by issuer and subject, and found the first time by a verified address", () => {
  expect(readClaims(EVA, RULES)).toEqual({
    subject: "https://id.example 42",
    email: "eva@region.example",
    name: "Eva Lind",
    roles: null,
  });
});

test("an address that the service does not vouch for finds no account", () => {
  expect(readClaims({ ...EVA, email_verified: false }, RULES)?.email).toBe(null);
  const { email_verified: _, ...unsaid } = EVA;
  expect(readClaims(unsaid, RULES)?.email).toBe(null);
  expect(readClaims({ ...EVA, email: "eva" }, RULES)?.email).toBe(null);
});

test("a region whose service has another claim for it names that one", () => {
  const entra = { ...EVA, email_verified: undefined, preferred_username: "EVA1@region.example" };
  expect(readClaims(entra, { ...RULES, account: "preferred_username" })?.email).toBe(
    "eva1@region.example",
  );
});

test("another issuer's word counts for nothing", () => {
  expect(readClaims({ ...EVA, iss: "https://id.example/" }, RULES)).toBe(null);
  expect(readClaims({ ...EVA, iss: undefined }, RULES)).toBe(null);
  expect(readClaims({ ...EVA, sub: "" }, RULES)).toBe(null);
  expect(readClaims(null, RULES)).toBe(null);
});

test("where claims give the roles, a value that stands for none gives none", () => {
  const gives = readRoleList("SortiHR=hr, SortiTal=politician", ["hr", "politician"]);
  if (!gives) throw new Error("readable");
  const rules = { ...RULES, roles: { claim: "groups", gives } };
  const rolesOf = (groups: unknown) => readClaims({ ...EVA, groups }, rules)?.roles;
  expect(rolesOf(["SortiTal", "SortiHR", "Everybody", "SortiHR"])).toEqual(["hr", "politician"]);
  expect(rolesOf("SortiHR")).toEqual(["hr"]);
  for (const none of [["hr"], [], undefined, 7, "sortihr"]) expect(rolesOf(none)).toEqual([]);
});

test("a list of roles that cannot be read is none at all", () => {
  for (const wrong of ["", "SortiHR", "SortiHR=chef", "=hr", "a=hr=b", "a=hr,"]) {
    expect(readRoleList(wrong, ["hr"])).toBe(null);
  }
});
