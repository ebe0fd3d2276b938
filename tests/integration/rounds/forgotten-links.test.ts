import { beforeEach, expect, test } from "vitest";
import { forgetExpiredLinks, issueCredential, stopIssuing } from "@/lib/credential/mutations";
import { tokenHash } from "@/lib/keys/link-key";
import { linksOpenIn } from "@/lib/links/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { blinded, newLink } from "../../support/respondent";
import { atNoon, closeRound, openSmallRound, Q1, Q2 } from "../../support/round";

beforeEach(cleanDatabases);

const rows = async (table: string) =>
  (await asOwner("employer", `SELECT FROM issuer.${table}`)).length;
const held = async () => [
  await rows("links"),
  await rows("redemptions"),
  await rows("cancellations"),
];

test("that a link was used is known until it has expired and its quarter is counted, and then to nobody", async () => {
  const round = await openSmallRound();
  const token = await newLink({ from: "2026-01-05", to: "2026-02-20" });
  const later = await newLink({ from: "2026-03-20", to: "2026-06-02" });
  const asked = { token, quarter: Q1, blinded: (await blinded(round)).blinded };
  expect((await issueCredential(asked, "2026-02-15")).kind).toBe("signed");
  await asOwner("employer", "INSERT INTO issuer.cancellations VALUES ($1)", [tokenHash(token)]);

  expect(await forgetExpiredLinks(atNoon("2026-03-31"))).toBe(0);
  expect(await held()).toEqual([2, 1, 1]);
  expect((await linksOpenIn(Q1)).linksOpen).toBe(2);
  expect(await stopIssuing(Q1)).toBe(1);
  expect(await forgetExpiredLinks(atNoon("2026-04-02"))).toBe(0);

  await closeRound(Q1);
  const both = [1, 2].map(() => forgetExpiredLinks(atNoon("2026-04-05")));
  expect((await Promise.all(both)).toSorted()).toEqual([0, 1]);
  expect(await held()).toEqual([1, 0, 0]);
  const left = await asOwner<{ hash: Buffer }>(
    "employer",
    "SELECT token_hash AS hash FROM issuer.links",
  );
  expect(left.map(({ hash }) => hash.equals(tokenHash(later)))).toEqual([true]);
  expect((await linksOpenIn(Q2)).linksOpen).toBe(1);
});
