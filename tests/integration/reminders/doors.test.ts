import { afterEach, describe, expect, test, vi } from "vitest";
import { GET, POST as oneClick } from "@/app/api/reminders/[token]/route";
import { POST } from "@/app/api/reminders/route";
import { linkReply } from "@/lib/credential/data";
import { db } from "@/lib/db/clients";
import { stopTokenHash } from "@/lib/reminders/stop-token";
import { withMailing } from "../invitations/mailing";
import { bytesOf, invited, newestMail, wishOf } from "./a-leaver";

withMailing();
afterEach(() => void vi.useRealTimers());

const PLACE = "http://svara.example/api/reminders";
const NOBODYS = "A".repeat(43);
const ONE_CLICK = "List-Unsubscribe=One-Click";

const choose = (token: string, wish: string) =>
  POST(new Request(PLACE, { method: "POST", body: JSON.stringify({ token, wish }) }));

function press(token: string, body: BodyInit = new URLSearchParams(ONE_CLICK)) {
  const request = new Request(`${PLACE}/${token}`, { method: "POST", body });
  return oneClick(request, { params: Promise.resolve({ token }) });
}

const open = (token: string) =>
  GET(new Request(`${PLACE}/${token}`), { params: Promise.resolve({ token }) });

const seen = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

describe("the page's door", () => {
  test("keeps a choice, and another, and the way back; each may be sent twice", async () => {
    const id = await invited("anna@d.example");
    const { stopToken } = await newestMail("anna@d.example");
    for (const wish of ["stopped", "stopped", "after-leaving", "usual"]) {
      expect((await choose(stopToken, wish)).status).toBe(204);
      expect(await wishOf(id)).toBe(wish);
    }
  });

  test("says the same of a token that is nobody's, and changes nothing", async () => {
    const id = await invited("bo@d.example");
    const { stopToken } = await newestMail("bo@d.example");
    const [known, unknown] = [await choose(stopToken, "stopped"), await choose(NOBODYS, "usual")];
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(await wishOf(id)).toBe("stopped");
  });

  test("refuses what is no choice, and more than five calls a minute for one token", async () => {
    expect((await choose(NOBODYS.slice(1), "stopped")).status).toBe(400);
    expect((await choose(NOBODYS, "everything")).status).toBe(400);
    // The six must not meet the minute's end on the way.
    vi.useFakeTimers({ toFake: ["Date"] });
    const token = `${"B".repeat(42)}E`;
    const calls = Array.from({ length: 6 }, () => choose(token, "stopped"));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 204, 204, 204, 204, 429]);
  });
});

describe("a mail program's own button", () => {
  test("stands in the mail's headers, and one press stops reminders, in both forms that programs send", async () => {
    for (const email of ["cia@d.example", "dan@d.example"]) {
      const id = await invited(email);
      const { header, stopToken } = await newestMail(email);
      expect(header("List-Unsubscribe")).toMatch(
        /^<http:\/\/127\.0\.0\.1:\d+\/api\/reminders\/\S+>$/,
      );
      expect(header("List-Unsubscribe")).toContain(`/${stopToken}>`);
      expect(header("List-Unsubscribe-Post")).toBe(ONE_CLICK);
      const form = new FormData();
      form.set("List-Unsubscribe", "One-Click");
      const sent = email.startsWith("cia") ? press(stopToken) : press(stopToken, form);
      expect((await sent).status).toBe(204);
      expect((await press(stopToken)).status).toBe(204);
      expect(await wishOf(id)).toBe("stopped");
    }
  });

  test("a mail scanner that opens the address, or posts anything else to it, stops nothing", async () => {
    const id = await invited("eva@d.example");
    const { stopToken } = await newestMail("eva@d.example");
    for (let fetch = 0; fetch < 20; fetch += 1) {
      const response = await open(stopToken);
      expect([response.status, response.headers.get("location")]).toEqual([
        303,
        `/reminders#${stopToken}`,
      ]);
    }
    expect((await press(stopToken, "hello")).status).toBe(400);
    expect((await press(stopToken, new URLSearchParams("a=1"))).status).toBe(400);
    expect(await wishOf(id)).toBe("usual");
    expect((await open("//evil.example")).headers.get("location")).toBe("/reminders");
  });

  test("says the same of a token that is nobody's", async () => {
    await invited("fia@d.example");
    const { stopToken } = await newestMail("fia@d.example");
    expect(await seen(await press(stopToken))).toEqual(await seen(await press(NOBODYS)));
  });
});

test("the token that stops reminders opens no survey, and the survey's stops no reminders", async () => {
  const id = await invited("gun@d.example");
  const { stopToken, surveyToken } = await newestMail("gun@d.example");
  expect(await linkReply(bytesOf(surveyToken), "2026-11-20")).not.toBeNull();
  expect(await linkReply(bytesOf(stopToken), "2026-11-20")).toBeNull();
  await choose(surveyToken, "stopped");
  expect(await wishOf(id)).toBe("usual");
});

test("only the token's hash is stored", async () => {
  const id = await invited("hugo@d.example");
  const { stopToken } = await newestMail("hugo@d.example");
  const row = await db("identity").invitation.findUniqueOrThrow({ where: { id } });
  expect(row.stopHash).toBe(stopTokenHash(bytesOf(stopToken)));
  expect(JSON.stringify(row)).not.toContain(stopToken);
});
