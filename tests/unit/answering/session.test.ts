import { beforeEach, describe, expect, it } from "vitest";
import { Session } from "@/lib/answering/session";
import { letterCodeFrom } from "@/lib/sealing/letter-code";
import { Device, Parties } from "./parties";

const TOKEN = "a-link-of-enough-length";
let parties: Parties;
let device: Device;

beforeEach(() => {
  parties = new Parties();
  device = new Device();
});

async function opened(token: string | null = TOKEN): Promise<Session> {
  const session = new Session(device.around(parties), token, () => undefined);
  await session.open();
  return session;
}

/** A person who has answered two questions and stands before *Skicka*. */
async function answered(): Promise<Session> {
  const session = await opened();
  await session.begin();
  session.answer("reason", "stress");
  session.answer("words", "  Tack för mig.  ");
  return session;
}

const calls = () => parties.sent.map(({ path }) => path);

describe("from the link to the receipt", () => {
  it("sends one sealed answer that both custodians together can read", async () => {
    const session = await answered();
    await session.send();
    expect(session.stage).toMatchObject({ at: "sent", until: "2026-10-03", resumed: false });
    expect(parties.opened()).toEqual([
      {
        answers: { reason: "stress", words: "Tack för mig." },
        unit: "VC01",
        series: "leaver",
      },
    ]);
    expect(device.stored).toBeNull();
  });

  it("asks only for the signed round before the person presses Börja", async () => {
    await opened();
    expect(calls()).toEqual(["manifest"]);
  });

  it("sends nothing about the answers before Skicka", async () => {
    await answered();
    expect(calls()).toEqual(["manifest", "invitation"]);
    expect(device.stored).toBeNull();
  });

  it("sends no cookie and no referrer, and the link never to the side that holds the answers", async () => {
    const session = await answered();
    await session.send();
    for (const { init } of parties.sent) {
      expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
    }
    const toCollector = parties.sent.filter(({ path }) => path === "responses");
    expect(Object.keys(toCollector[0]?.body ?? {}).sort()).toEqual([
      "message",
      "sealed",
      "signature",
      "withdrawalHash",
    ]);
    expect(JSON.stringify(toCollector)).not.toContain(TOKEN);
  });

  it("lets the person correct where they worked and how they leave, from the signed lists only", async () => {
    const session = await answered();
    session.correct({ unit: "made-up", series: "leaver" });
    session.go(2);
    await session.send();
    expect(session.stage).toMatchObject({ at: "answering", place: 0 });
    expect(calls()).not.toContain("credential");
    session.correct({ unit: "VC01", series: "retiree" });
    session.go(2);
    expect(session.stage).toMatchObject({ at: "answering", place: 2 });
    await session.send();
    expect(parties.opened()).toMatchObject([{ unit: "VC01", series: "retiree" }]);
  });
});

describe("a link that opens nothing", () => {
  it.each([
    ["is unknown", null, { why: "unknown-link" }],
    ["has expired", { state: "expired" }, { why: "expired" }],
    [
      "opens later",
      { state: "not-yet", from: "2026-12-01" },
      { why: "not-yet", from: "2026-12-01" },
    ],
  ])("says that it %s", async (_, link, reply) => {
    parties.link = link;
    const session = await opened();
    await session.begin();
    expect(session.stage).toEqual({ at: "turned-away", reply });
  });

  it("says that it is unknown when the mail program cut it short", async () => {
    parties.cut = { invitation: 400 };
    const session = await opened();
    await session.begin();
    expect(session.stage).toEqual({ at: "turned-away", reply: { why: "unknown-link" } });
  });

  it("lets a letter's code that is nobody's be typed again", async () => {
    const session = await opened(null);
    parties.link = null;
    const code = letterCodeFrom(new Uint8Array(10));
    expect(session.enter(code)).toBe(true);
    await expect.poll(() => session.stage.at).toBe("turned-away");
    await session.welcome();
    expect(session.stage).toMatchObject({ at: "start", hasLink: false });
    expect(session.enter(letterCodeFrom(new Uint8Array(10).fill(1)))).toBe(true);
    await expect.poll(() => session.stage.at).toBe("turned-away");
    const typed = parties.sent.filter(({ path }) => path === "invitation");
    expect(new Set(typed.map(({ body }) => body?.["code"])).size).toBe(2);
  });

  it("says that a link is needed when the page was opened without one", async () => {
    const session = await opened(null);
    await session.begin();
    expect(session.stage).toMatchObject({ at: "start", hasLink: false });
    expect(calls()).toEqual(["manifest"]);
  });

  it("lets anybody look at the questions without a link, and sends nothing", async () => {
    const session = await opened(null);
    session.look();
    expect(session.stage).toMatchObject({ at: "answering", place: 1, visit: { preview: true } });
    session.answer("reason", "stress");
    session.go(2);
    await session.send();
    expect(calls()).toEqual(["manifest"]);
    expect(device.stored).toBeNull();
  });

  it("does not take somebody who has a link for somebody who only looks", async () => {
    const session = await opened();
    session.look();
    expect(session.stage).toMatchObject({ at: "start" });
  });

  it("says that the link was used, when somebody else did", async () => {
    parties.redeemed.set(TOKEN, "another blinded value");
    const session = await answered();
    await session.send();
    expect(session.stage).toEqual({ at: "lost", why: "already-used" });
    expect(device.stored).toBeNull();
  });
});

describe("between two quarters", () => {
  it.each([
    ["manifest", "2027-01-01", { why: "paused", from: "2027-01-01" }],
    ["manifest", undefined, { why: "closed" }],
    ["invitation", "2027-01-01", { why: "paused", from: "2027-01-01" }],
    ["invitation", undefined, { why: "closed" }],
  ])(
    "says that the survey is closed between two quarters, when the %s is asked for (opens: %s), and opens it when that is over",
    async (call, from, reply) => {
      parties.pause = { calls: [call], ...(from ? { from } : {}) };
      const session = await opened();
      await session.begin();
      expect(session.stage).toEqual({ at: "turned-away", reply });
      parties.pause = null;
      await session.welcome();
      await session.begin();
      expect(session.stage).toMatchObject({ at: "answering", place: 0 });
    },
  );

  it("keeps an answer that was sent between two quarters until the next has opened", async () => {
    const session = await answered();
    parties.changeRound({ quarter: "2026-Q4" });
    parties.pause = { calls: ["manifest"], from: "2026-10-01" };
    await session.send();
    expect(session.stage).toMatchObject({ at: "sending", trouble: "server" });
    parties.pause = null;
    await session.retry();
    expect(session.stage).toMatchObject({ at: "sent" });
    expect(parties.opened()).toHaveLength(1);
  });
});

describe("a round that is not what it should be", () => {
  it("shows no question and sends nothing when a signature is missing", async () => {
    const around = device.around(parties);
    const [first] = around.custodianKeys;
    const strict = { ...around, custodianKeys: [first, first] as const };
    const session = new Session(strict, TOKEN, () => undefined);
    await session.open();
    expect(session.stage).toEqual({ at: "refused", reason: "bad-signature" });
    expect(calls()).toEqual(["manifest"]);
  });

  it("fetches the new round when the page was left open over a change of quarter", async () => {
    const session = await opened();
    parties.changeRound({ quarter: "2026-Q4" });
    parties.link = { ...(parties.link as object), quarter: "2026-Q4" };
    await session.begin();
    expect(session.stage).toMatchObject({
      at: "answering",
      visit: { round: { manifest: { quarter: "2026-Q4" } } },
    });
  });
});
