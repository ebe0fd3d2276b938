import { beforeEach, expect, test } from "vitest";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { destroyRoundKey, issueCredential, stopIssuing } from "@/lib/credential/mutations";
import { tokenHash } from "@/lib/keys/link-key";
import { linksOpenIn } from "@/lib/links/data";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { blinded, newLink } from "../../support/respondent";
import { atNoon, closeRound, openSmallRound, Q1 } from "../../support/round";

beforeEach(cleanDatabases);

const issuersRound = async () =>
  (
    await asOwner("employer", "SELECT state, issued FROM issuer.rounds WHERE quarter = $1", [Q1])
  )[0];

const missedTheOpening = () =>
  asOwner("employer", "UPDATE issuer.rounds SET state = 'planned' WHERE quarter = $1", [Q1]);

test("an issuer that was away for a whole round stops, counts nothing and destroys its key like any other", async () => {
  await openSmallRound();
  await missedTheOpening();
  expect([await stopIssuing(Q1), await stopIssuing(Q1)]).toEqual([0, 0]);
  expect(await issuersRound()).toEqual({ state: "grace", issued: 0 });
  expect(await destroyRoundKey(Q1)).toBe(true);
  expect(await destroyRoundKey(Q1)).toBe(false);
  expect(await issuersRound()).toEqual({ state: "destroyed", issued: 0 });
});

test("the public log is told of a key that an issuer destroyed without ever having used it", async () => {
  await openSmallRound();
  await closeRound(Q1);
  await asOwner("collector", "DELETE FROM release.log WHERE kind = 'key-destroyed'");
  await missedTheOpening();
  await destroySpentKeys(atNoon("2026-04-05"));
  const told = (await readLog()).filter(({ kind }) => kind === "key-destroyed");
  expect(told.map(({ content }) => JSON.parse(content))).toEqual([{ quarter: Q1, of: "issuer" }]);
  expect(await issuersRound()).toMatchObject({ state: "destroyed" });
});

test("what the log tells of the invited is the same whether a link that was taken back had been used or not", async () => {
  const round = await openSmallRound();
  const window = { from: "2026-01-05", to: "2026-04-20" };
  const [used, unused] = [await newLink(window), await newLink(window)];
  await newLink(window);
  const asked = { token: used, quarter: Q1, blinded: (await blinded(round)).blinded };
  expect((await issueCredential(asked, "2026-02-15")).kind).toBe("signed");
  expect(await linksOpenIn(Q1)).toEqual({ linksOpen: 3, invited: { A: 3 } });
  for (const token of [used, unused]) {
    await asOwner("employer", "INSERT INTO issuer.cancellations VALUES ($1)", [tokenHash(token)]);
  }
  expect(await linksOpenIn(Q1)).toEqual({ linksOpen: 3, invited: { A: 1 } });
});
