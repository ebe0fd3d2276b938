import { expect, test } from "vitest";
import { done, door, refuse, reply } from "@/lib/doors/door";

const CALL = new Request("http://localhost/");
const SECRET = "what the person sent";

const said = async (reply: Response) => ({ status: reply.status, text: await reply.text() });
const UNAVAILABLE = { status: 503, text: '{"error":"unavailable"}' };

test("a door whose database fails says that it is unavailable, and nothing of what failed", async () => {
  const broken = door(async () => {
    throw new Error(`duplicate key: ${SECRET}`);
  });
  expect(await said(await broken(CALL))).toEqual(UNAVAILABLE);
});

test("a door whose database never answers says so in good time", async () => {
  const hanging = door(() => new Promise<Response>(() => undefined), 20);
  expect(await said(await hanging(CALL))).toEqual(UNAVAILABLE);
});

test("a door that works gives its own answer, refusals too", async () => {
  const works = door(async (_call, status: number) => refuse("malformed", status));
  expect(await said(await works(CALL, 400))).toEqual({
    status: 400,
    text: '{"error":"malformed"}',
  });
});

test("whatever a door says, nothing may be kept, run or carried on from it", () => {
  for (const said of [refuse("malformed", 400), reply({ state: "expired" }), done()]) {
    expect(Object.fromEntries(said.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  }
});
