import { beforeEach, describe, expect, it } from "vitest";
import { Session } from "@/lib/answering/session";
import { Device, Parties } from "./parties";

const TOKEN = "a-link-of-enough-length";
const HOUR = 60 * 60 * 1000;
let parties: Parties;
let device: Device;

beforeEach(() => {
  parties = new Parties();
  device = new Device();
});

async function opened(token: string | null): Promise<Session> {
  const session = new Session(device.around(parties), token, () => undefined);
  await session.open();
  return session;
}

async function answered(): Promise<Session> {
  const session = await opened(TOKEN);
  await session.begin();
  session.answer("reason", "stress");
  return session;
}

const theAnswer = { answers: { reason: "stress" }, unit: "VC01", series: "leaver" };

describe("a lost connection never loses or doubles an answer", () => {
  it.each(["before", "after"] as const)(
    "goes on when the credential is lost %s it is issued",
    async (cut) => {
      const session = await answered();
      parties.cut = { credential: cut };
      await session.send();
      expect(session.stage).toEqual({ at: "sending", trouble: "offline" });
      parties.cut = {};
      await session.retry();
      expect(session.stage).toMatchObject({ at: "sent" });
      expect(parties.opened()).toEqual([theAnswer]);
    },
  );

  it.each(["before", "after"] as const)(
    "goes on when the answer is lost %s it is stored",
    async (cut) => {
      const session = await answered();
      parties.cut = { responses: cut };
      await session.send();
      parties.cut = {};
      await session.retry();
      expect(session.stage).toMatchObject({ at: "sent" });
      expect(parties.opened()).toEqual([theAnswer]);
    },
  );

  it.each(["credential", "responses"])(
    "goes on by itself after the tab was killed while waiting for %s, even without the link",
    async (path) => {
      const session = await answered();
      parties.cut = { [path]: "after" };
      await session.send();
      parties.cut = {};
      const later = await opened(null);
      expect(later.stage).toMatchObject({ at: "sent", resumed: true });
      expect(parties.opened()).toEqual([theAnswer]);
      expect(device.stored).toBeNull();
    },
  );
});

describe("what waits on the device", () => {
  it("keeps neither link nor open answers on the device once the credential is there", async () => {
    const session = await answered();
    parties.cut = { credential: "before" };
    await session.send();
    expect(device.stored).toContain("stress");
    parties.cut = { responses: "before" };
    await session.retry();
    expect(device.stored).not.toContain("stress");
    expect(device.stored).not.toContain(TOKEN);
  });

  it("forgets an unfinished answer after 72 hours", async () => {
    const session = await answered();
    parties.cut = { credential: "before" };
    await session.send();
    device.time += 72 * HOUR;
    const later = await opened(null);
    expect(later.stage).toMatchObject({ at: "start" });
    expect(device.stored).toBeNull();
  });

  it("says that many try at once, and that the server failed, and loses nothing", async () => {
    const session = await answered();
    parties.cut = { credential: 429 };
    await session.send();
    expect(session.stage).toEqual({ at: "sending", trouble: "slow-down" });
    parties.cut = { responses: 503 };
    await session.retry();
    expect(session.stage).toEqual({ at: "sending", trouble: "server" });
    parties.cut = {};
    await session.retry();
    expect(session.stage).toMatchObject({ at: "sent" });
  });

  it("sends also where the browser refuses to store", async () => {
    const around = device.around(parties);
    const refuse = () => {
      throw new Error("storage is off");
    };
    const closed = { ...around, store: { read: refuse, write: refuse, clear: refuse } };
    const session = new Session(closed, TOKEN, () => undefined);
    await session.open();
    await session.begin();
    await session.send();
    expect(session.stage).toMatchObject({ at: "sent" });
  });

  it("lets another person begin after an earlier one's answer was sent", async () => {
    const first = await answered();
    parties.cut = { responses: "before" };
    await first.send();
    parties.cut = {};
    const second = await opened("another-link-entirely");
    expect(second.stage).toMatchObject({ at: "sent", resumed: true });
    await second.welcome();
    await second.begin();
    await second.send();
    expect(parties.inbox.size).toBe(2);
  });
});

describe("a round that closes while a person answers", () => {
  it("goes on with the next round by itself, with the same answers", async () => {
    const session = await answered();
    parties.changeRound({ quarter: "2026-Q4", receivingStops: "2027-01-03" });
    await session.send();
    expect(session.stage).toMatchObject({ at: "sent", until: "2027-01-03" });
    expect(parties.opened()).toEqual([theAnswer]);
  });

  it("asks again for the workplace when the next round no longer has it, and keeps the answers", async () => {
    const session = await answered();
    const tree = { units: { VC02: "tatort" }, pictured: [] };
    parties.changeRound({ quarter: "2026-Q4", tree, unitNames: { VC02: "Rönnby" } });
    await session.send();
    expect(session.stage).toMatchObject({
      at: "answering",
      place: 0,
      visit: { answers: { reason: "stress" } },
    });
    session.correct({ unit: "VC02", series: "leaver" });
    await session.send();
    expect(parties.opened()).toEqual([{ ...theAnswer, unit: "VC02" }]);
  });

  it("says so when the answer comes after receiving has stopped", async () => {
    const session = await answered();
    parties.cut = { responses: 410 };
    await session.send();
    expect(session.stage).toEqual({ at: "lost", why: "too-late" });
    expect(device.stored).toBeNull();
  });
});
