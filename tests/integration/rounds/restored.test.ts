import { beforeEach, expect, test } from "vitest";
import {
  forgetExpiredLinks,
  issueCredential,
  startIssuing,
  stopIssuing,
} from "@/lib/credential/mutations";
import { usedLinks } from "@/lib/keys/used-links";
import { recallUsedLinks } from "@/lib/used-links/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import { blinded, newLink } from "../../support/respondent";
import { atNoon, closeRound, openSmallRound, Q1 } from "../../support/round";

beforeEach(cleanDatabases);

const DAY = "2026-02-10";
const window = { from: "2026-01-05", to: "2026-03-20" };
const HALF_AN_HOUR_MS = 30 * 60_000;
const recall = (afterMs = 0) => recallUsedLinks(new Date(Date.now() + afterMs));
const issued = () =>
  asOwner("employer", "SELECT encode(token_hash, 'hex') AS link FROM issuer.redemptions");

/** Two have used their links since the copy was made; the second was invited since, too. */
async function usedSinceTheCopy() {
  const round = await openSmallRound();
  const ask = async (token: Uint8Array) =>
    ({ token, quarter: Q1, blinded: (await blinded(round)).blinded }) as const;
  const known = await ask(await newLink(window));
  const copied = await asOwner("employer", "SELECT token_hash FROM issuer.links");
  const later = await ask(await newLink(window));
  for (const asked of [known, later]) {
    expect((await issueCredential(asked, DAY)).kind).toBe("signed");
  }
  return {
    known,
    later,
    again: await ask(known.token),
    copy: copied.map((row) => row["token_hash"]),
  };
}

/** The employer's tables as a copy holds them that was made before anybody answered. */
async function restore(copy: readonly unknown[]): Promise<void> {
  await asOwner("employer", "TRUNCATE issuer.redemptions, issuer.rounds");
  await asOwner("employer", "DELETE FROM issuer.links WHERE NOT token_hash = ANY($1)", [copy]);
}

test("a link that was used stays used when an older copy of the employer's database is restored, before anybody has done anything", async () => {
  const { known, again, copy } = await usedSinceTheCopy();
  await asOwner("employer", "TRUNCATE issuer.redemptions");
  expect(copy).toHaveLength(1);
  expect(await issueCredential(again, DAY)).toEqual({ kind: "refused", error: "already-used" });
  expect(await issued()).toEqual([]);
  expect((await issueCredential(known, DAY)).kind, "the same request again").toBe("signed");
});

test("a restored database is told which rounds there are and which links were used, the forgotten ones too, so that the quarter is counted right", async () => {
  const { known, again, copy } = await usedSinceTheCopy();
  await restore(copy);
  const told = await Promise.all([recall(), recall(HALF_AN_HOUR_MS)]);
  expect(told.toSorted()).toEqual([0, 2]);
  await startIssuing(Q1);
  expect(await issueCredential(again, DAY)).toEqual({ kind: "refused", error: "already-used" });
  expect((await issueCredential(known, DAY)).kind).toBe("signed");
  expect(await stopIssuing(Q1)).toBe(2);
});

test("and it is forgotten with the link, also where the link itself is not there any more", async () => {
  const { copy } = await usedSinceTheCopy();
  await restore(copy);
  await recall(HALF_AN_HOUR_MS);
  await startIssuing(Q1);
  await closeRound(Q1);
  expect(await forgetExpiredLinks(atNoon("2026-03-20"))).toBe(0);
  expect([(await issued()).length, usedLinks(null).length]).toEqual([2, 2]);
  expect(await forgetExpiredLinks(atNoon("2026-04-05"))).toBe(1);
  expect([await issued(), usedLinks(null)]).toEqual([[], []]);
  expect(await recall()).toBe(0);
});

test("what is to be forgotten is not recalled, even while it is among the newest beside the keys", async () => {
  await usedSinceTheCopy();
  await closeRound(Q1);
  const later = atNoon("2026-04-05");
  expect(await forgetExpiredLinks(later)).toBe(2);
  expect(usedLinks(null)).toHaveLength(2);
  expect(await recallUsedLinks(later)).toBe(0);
  expect(await issued()).toEqual([]);
});
