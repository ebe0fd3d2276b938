import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { expect } from "vitest";
import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import { LINE_FIELDS } from "@/lib/log";
import type { Party } from "../../support/party";

const FORM = `email=nobody%40norrsjo.example&password=${DEMO_PASSWORD}`;

/** Begins to send a form, and stops in the middle of it when the server has taken the request up. */
async function halfSent({ settings }: Party): Promise<ClientRequest> {
  const sent = request({
    ...{ host: "127.0.0.1", port: Number(settings["PORT"]) },
    ...{ method: "POST", path: "/sign-in/demo" },
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(FORM),
      Origin: settings["SORTI_ORIGIN"] ?? "",
      Host: new URL(settings["SORTI_ORIGIN"] ?? "").host,
      Expect: "100-continue",
    },
  });
  sent.flushHeaders();
  await once(sent, "continue");
  sent.write(FORM.slice(0, 10));
  return sent;
}

const takesRequests = ({ settings }: Party) =>
  fetch(`http://127.0.0.1:${settings["PORT"]}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * A server that is asked to end: answers what is under way, takes nothing new, and is gone. That it is within ten
 * seconds is its own clock's doing: one that had to leave something behind says so in its last line.
 */
export async function endsInOrder(party: Party): Promise<void> {
  expect(await takesRequests(party)).toBe(true);
  const sent = await halfSent(party);
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  const ended = party.stop();
  await expect.poll(() => takesRequests(party)).toBe(false);
  sent.end(FORM.slice(10));
  const [reply] = await answered;
  expect(reply.statusCode).toBe(303);
  reply.resume();
  expect(await ended, "it ended by itself").toBe(0);
}

/** All that a server has printed: lines of the log, with fields of the list, from its start to its end in order. */
export function printedOnlyLog(party: Party): void {
  const lines = party.printed().map((line) => JSON.parse(line) as Record<string, unknown>);
  const events = lines.map(({ event }) => event);
  expect(events).toContain("started");
  expect(events).toContain("stopping");
  expect(events.at(-1)).toBe("stopped");
  // Who tried to sign in while it was ending has no account here: that somebody did is told, and not who.
  const refused = lines.filter(({ outcome }) => outcome === "sign-in demo");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ event, count }) => event !== "refused" || Number(count) < 1)).toEqual(
    [],
  );
  for (const line of lines)
    expect(Object.keys(line).filter((field) => !LINE_FIELDS.includes(field))).toEqual([]);
  expect(events).not.toContain("unforeseen");
}
