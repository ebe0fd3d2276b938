import { expect, test } from "vitest";
import { toBase64Url } from "@/lib/sealing/base64url";
import { newLink } from "../support/respondent";
import { instanceForEachTest } from "./support/attacked-instance";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();
type Line = Visitor["line"];
const whole: Line = (url, init, go) => go(url, init);

/** A phone that forgets whatever it is given to keep. */
class Forgetful extends Visitor {
  override around() {
    const { store, ...around } = super.around();
    return { ...around, store: { ...store, write: () => undefined } };
  }
}

type Cut = { readonly door: string; readonly when: "before" | "after" };

/** The line is cut on one call; the page is opened again later. Where that ends, and what is held. */
async function cut({ door, when }: Cut, phone = new Visitor(instance().origin), line = whole) {
  phone.line = line;
  const session = await phone.answered(await mailedLink());
  phone.line = async (url, init, go) => {
    if (!url.endsWith(door)) return line(url, init, go);
    if (when === "after") await line(url, init, go);
    throw new TypeError("connection lost");
  };
  await session.send();
  expect(session.stage).toMatchObject({ at: "sending", trouble: "offline" });
  phone.line = line;
  const { stage } = await phone.open(null);
  return { at: stage.at, ...(await held()), stored: phone.stored };
}

test.each([
  ["credential", "before"],
  ["credential", "after"],
  ["responses", "before"],
  ["responses", "after"],
] as const)(
  "a connection cut on the %s call, %s it arrives, loses and doubles nothing",
  async (door, when) => {
    expect(await cut({ door, when })).toEqual({ at: "sent", issued: 1, received: 1, stored: null });
  },
);

test("broken on purpose, and caught: a page that keeps nothing before it sends", async () => {
  const lost = await cut({ door: "responses", when: "before" }, new Forgetful(instance().origin));
  expect(lost).toMatchObject({ at: "start", issued: 1, received: 0 });
});

test("broken on purpose, and caught: an issuer that does not sign the same value again", async () => {
  const seen = new Set<string>();
  const once: Line = async (url, init, go) => {
    if (!url.endsWith("credential")) return go(url, init);
    if (seen.has(url)) return Response.json({ error: "already-used" }, { status: 409 });
    seen.add(url);
    return go(url, init);
  };
  const lost = await cut({ door: "credential", when: "after" }, undefined, once);
  expect(lost).toMatchObject({ at: "lost", issued: 1, received: 0 });
});

const DAY = 86_400_000;

const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** An answer from a phone whose clock is wrong from beginning to end, with a link as long-lived as a real one. */
async function wrongClock(days: number, { believesItsClock = false } = {}) {
  const [from, to] = [dayFromNow(-14), dayFromNow(60)];
  const phone = new Visitor(instance().origin);
  phone.clock = () => Date.now() + days * DAY;
  phone.line = async (url, init, go) => {
    const now = new Date(phone.clock()).toISOString().slice(0, 10);
    const open = !believesItsClock || (from <= now && now <= to);
    return open || !url.endsWith("invitation")
      ? go(url, init)
      : Response.json({ state: "expired" });
  };
  const session = await phone.answered(toBase64Url(await newLink({ from, to })));
  await session.send();
  return { at: session.stage.at, ...(await held()) };
}

test.each([-400, -3, 3, 400])(
  "a phone whose clock is %i days wrong answers all the same",
  async (days) => {
    expect(await wrongClock(days)).toEqual({ at: "sent", issued: 1, received: 1 });
  },
);

test("broken on purpose, and caught: a page that asks its own clock whether the link still opens", async () => {
  const late = await wrongClock(400, { believesItsClock: true });
  expect(late).toEqual({ at: "turned-away", issued: 0, received: 0 });
});

/** A clock that is wrong when the credential comes, and right when the page is opened again. */
async function putRight(wrongBy: number) {
  const phone = new Visitor(instance().origin);
  const session = await phone.answered(await mailedLink());
  phone.clock = () => Date.now() + wrongBy;
  phone.line = (url, init, go) =>
    url.endsWith("responses") ? Promise.reject(new TypeError()) : go(url, init);
  await session.send();
  phone.clock = () => Date.now();
  phone.line = whole;
  const { stage } = await phone.open(null);
  return { at: stage.at, ...(await held()) };
}

test.each([-24, 1, 24])(
  "a clock that is %i hours wrong, and put right after the credential, loses nothing",
  async (hours) => {
    expect(await putRight((hours * DAY) / 24)).toEqual({ at: "sent", issued: 1, received: 1 });
  },
);

test("broken on purpose, and caught: a page that takes a wrong clock for three days gone by", async () => {
  expect(await putRight(-4 * DAY)).toEqual({ at: "start", issued: 1, received: 0 });
});
