import { beforeEach, expect, test } from "vitest";
import { closeIssuing, closeReceiving } from "@/lib/closing/mutations";
import { linkReply } from "@/lib/credential/data";
import { issueCredential } from "@/lib/credential/mutations";
import { db } from "@/lib/db/clients";
import { invitation } from "@/lib/doors/survey/invitation";
import { manifest } from "@/lib/doors/survey/manifest";
import { tokenHash } from "@/lib/keys/link-key";
import { dayAt } from "@/lib/quarters/today";
import { nextOpening } from "@/lib/rounds/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { blinded, newLink } from "../../support/respondent";
import {
  afterEnd,
  closeRound,
  layKeys,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  random,
  roundOf,
} from "../../support/round";

beforeEach(cleanDatabases);

const WINDOW = { from: "2026-02-01", to: "2026-04-16" };
const TODAY = "2026-02-15";

async function redemptions(): Promise<number> {
  return (await asOwner("employer", "SELECT FROM issuer.redemptions")).length;
}

const refused = (error: string) => ({ kind: "refused", error });

test("a link gives one credential: the same request again the same, another is refused", async () => {
  const round = await openSmallRound();
  const token = await newLink(WINDOW);
  const [mine, other] = [await blinded(round), await blinded(round)];
  const first = await issueCredential({ token, quarter: Q1, blinded: mine.blinded }, TODAY);
  const again = await issueCredential({ token, quarter: Q1, blinded: mine.blinded }, TODAY);
  expect(first.kind).toBe("signed");
  expect(again).toEqual(first);
  const second = await issueCredential({ token, quarter: Q1, blinded: other.blinded }, TODAY);
  expect(second).toEqual(refused("already-used"));
  expect(await redemptions()).toBe(1);
});

test("ten devices that open one link at once get exactly one credential between them", async () => {
  const round = await openSmallRound();
  const token = await newLink(WINDOW);
  const asked = await Promise.all(Array.from({ length: 10 }, () => blinded(round)));
  const replies = await Promise.all(
    asked.map((one) => issueCredential({ token, quarter: Q1, blinded: one.blinded }, TODAY)),
  );
  expect(replies.filter(({ kind }) => kind === "signed")).toHaveLength(1);
  expect(replies.filter(({ kind }) => kind === "refused")).toEqual(
    Array.from({ length: 9 }, () => refused("already-used")),
  );
  expect(await redemptions()).toBe(1);
});

test("asking whether a link opens leaves no trace, and an answered link looks like an open one", async () => {
  const round = await openSmallRound();
  const token = await newLink(WINDOW);
  const open = await linkReply(token, TODAY);
  expect(open).toMatchObject({ state: "open", quarter: Q1, unit: "A", until: WINDOW.to });
  expect(await redemptions()).toBe(0);
  const { blinded: value } = await blinded(round);
  await issueCredential({ token, quarter: Q1, blinded: value }, TODAY);
  expect(await linkReply(token, TODAY)).toEqual(open);
});

test("a link is refused before its window, after it, when it is unknown, and when it is cancelled", async () => {
  const round = await openSmallRound();
  const { blinded: value } = await blinded(round);
  const token = await newLink(WINDOW);
  const ask = (of: Uint8Array, day: string) =>
    issueCredential({ token: of, quarter: Q1, blinded: value }, day);
  expect(await ask(token, "2026-01-31")).toEqual(refused("outside-window"));
  expect(await ask(token, "2026-04-17")).toEqual(refused("outside-window"));
  expect(await ask(random(32), TODAY)).toEqual(refused("unknown-link"));
  expect(await linkReply(token, "2026-01-31")).toEqual({ state: "not-yet", from: WINDOW.from });
  expect(await linkReply(token, "2026-04-17")).toEqual({ state: "expired" });
  expect(await linkReply(random(32), TODAY)).toBeNull();

  const hash = tokenHash(token);
  await db("identity").cancellation.createMany({ data: [{ tokenHash: hash }] });
  expect(await ask(token, TODAY)).toEqual(refused("unknown-link"));
  expect(await linkReply(token, TODAY)).toBeNull();
  expect(await redemptions()).toBe(0);
});

test("a good link between two quarters is not called expired: both parties say which day the next opens, where one is set", async () => {
  await layKeys();
  await planSmallRound(Q1);
  const token = await newLink(WINDOW);
  expect(await linkReply(token, TODAY)).toEqual({ state: "no-round", from: null });
  expect(await linkReply(token, "2026-04-17")).toEqual({ state: "expired" });
  const early = await newLink({ from: "2025-12-01", to: "2026-03-01" });
  expect(await linkReply(early, "2025-12-31")).toEqual({ state: "no-round", from: "2026-01-01" });
  expect(await nextOpening("2025-12-31")).toBe("2026-01-01");
  expect(await nextOpening(TODAY)).toBeNull();
  const round = await manifest(new Request("http://localhost/"));
  expect([round.status, await round.json()]).toEqual([503, { error: "no-round" }]);
  // The route goes by the real day, so the link has to be good on it.
  const today = dayAt(new Date());
  const again = await newLink({ from: today, to: today });
  const body = JSON.stringify({ token: Buffer.from(again).toString("base64url") });
  const headers = { "Content-Type": "application/json" };
  const request = new Request("http://localhost/", { method: "POST", headers, body });
  const reply = await invitation(request);
  expect([reply.status, await reply.json()]).toEqual([503, { error: "no-round" }]);
});

test("a quarter that has closed gives no new credential, and the link is still good for the next", async () => {
  const old = await openSmallRound();
  const token = await newLink(WINDOW);
  await closeIssuing(operator(), Q1, 3600, afterEnd(Q1));
  const { blinded: late } = await blinded(old);
  const refusal = await issueCredential({ token, quarter: Q1, blinded: late }, "2026-04-01");
  expect(refusal).toEqual(refused("round-changed"));
  expect(await redemptions()).toBe(0);
  const { blinded: value } = await blinded(await roundOf(Q2));
  const reply = await issueCredential({ token, quarter: Q2, blinded: value }, "2026-04-01");
  expect(reply.kind).toBe("signed");
});

test("who lost the connection gets the same credential again during the grace period, never after it", async () => {
  const round = await openSmallRound();
  const token = await newLink(WINDOW);
  const { blinded: value } = await blinded(round);
  const request = { token, quarter: Q1, blinded: value };
  const first = await issueCredential(request, TODAY);
  const end = afterEnd(Q1);
  await closeIssuing(operator(), Q1, 0, end);
  expect(await issueCredential(request, TODAY)).toEqual(first);
  await closeReceiving(operator(), Q1, end);
  expect(await issueCredential(request, TODAY)).toEqual(refused("round-changed"));
});

test("a quarter that is not planned, or only planned, signs nothing", async () => {
  const round = await openSmallRound();
  const token = await newLink(WINDOW);
  const { blinded: value } = await blinded(round);
  for (const quarter of [Q2, "2031-Q1"] as const) {
    const reply = await issueCredential({ token, quarter, blinded: value }, TODAY);
    expect(reply).toEqual(refused("round-changed"));
  }
  expect(await redemptions()).toBe(0);
});

test("everything issued before the close is counted as issued, however close the race", async () => {
  const round = await openSmallRound();
  const tokens = await Promise.all(Array.from({ length: 12 }, () => newLink(WINDOW)));
  const asked = await Promise.all(tokens.map(() => blinded(round)));
  const issuing = tokens.map(async (token, i) => {
    const value = asked[i]?.blinded ?? new Uint8Array();
    return issueCredential({ token, quarter: Q1, blinded: value }, TODAY);
  });
  await closeRound(Q1);
  const signed = (await Promise.all(issuing)).filter(({ kind }) => kind === "signed");
  expect((await roundOf(Q1)).issued).toBeGreaterThanOrEqual(signed.length);
  expect((await roundOf(Q1)).issued).toBe(await redemptions());
});
