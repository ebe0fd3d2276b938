import { createServer, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerSurveyCall } from "@/lib/cli/survey-calls";

const server = createServer((asked, reply) => {
  if (!answerSurveyCall(asked, reply)) reply.writeHead(418).end();
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the pieces of a body without saying how long it is, as nobody must. */
function ask(method: string, path: string, pieces: readonly string[] = []) {
  return new Promise<{ status: number; said: string; type: unknown }>((resolve, reject) => {
    const sent = request({ port, method, path, agent: false }, async (reply) => {
      const { statusCode: status = 0, headers } = reply;
      resolve({ status, said: await text(reply), type: headers["content-type"] });
    });
    sent.once("error", reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

test("whoever sends more than any answer has is told so, however it comes, and read no further", async () => {
  const pieces = Array.from({ length: 40 }, () => " ".repeat(1000));
  const told = await ask("POST", "/api/survey/responses", pieces);
  expect(told).toMatchObject({ status: 413, said: '{"error":"too-large"}' });
});

test("what is no answer is told so, also when its bytes are no text", async () => {
  for (const body of ["", "{", '{"message":"AA"}', "\u0000"]) {
    const told = await ask("POST", "/api/survey/responses", [body]);
    expect(told, body).toEqual({
      status: 400,
      said: '{"error":"malformed"}',
      type: "application/json",
    });
  }
});

test("a call may be asked for its head alone, and what is no call is left to others", async () => {
  const address = "/api/survey/receipts/none?x=1";
  expect(await ask("GET", address)).toMatchObject({ status: 404, said: '{"error":"not-mixed"}' });
  expect(await ask("HEAD", address)).toMatchObject({ status: 404, said: "" });
  expect((await ask("OPTIONS", "/api/survey/responses")).status).toBe(403);
  for (const [method, path] of [
    ["POST", "/api/survey/manifest"],
    ["GET", "/api/survey/x"],
    ["GET", "/hr"],
  ] as const) {
    expect((await ask(method, path)).status, path).toBe(418);
  }
});
