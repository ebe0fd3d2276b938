import { Agent, request } from "node:http";
import { CANARY } from "./junk";
import type { Shot } from "./requests";

export type Reply = {
  readonly status: number;
  readonly headers: string;
  readonly location: string;
  readonly body: string;
};

/** An address of its own on this machine, where there are several: what it spends of a limit is nobody else's. */
const OWN = process.platform === "linux" ? { localAddress: "127.0.0.2" } : {};

/** Where a page's script is led after an action. */
const BY_SCRIPT = "x-action-redirect";
const PATIENCE_MS = 120_000;

/** Asks as a program does that sends whatever it likes. */
export function asker(origin: string, lanes: number) {
  const { port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const ask = ({ method, path, headers, body }: Shot): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const own = body === null ? {} : { "content-length": String(body.length) };
      const asked = request(
        { agent, ...OWN, host: "127.0.0.1", port, method, path, headers: { ...headers, ...own } },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on("data", (part: Buffer) => parts.push(part));
          reply.on("error", reject);
          reply.on("end", () =>
            resolve({
              status: reply.statusCode ?? 0,
              headers: JSON.stringify({ ...reply.headers, location: "", [BY_SCRIPT]: "" }),
              location: String(reply.headers.location ?? reply.headers[BY_SCRIPT] ?? ""),
              body: Buffer.concat(parts).toString(),
            }),
          );
        },
      );
      asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error("no answer in time")));
      asked.on("error", reject);
      asked.end(body ?? undefined);
    });
  return { ask, stop: () => agent.destroy() };
}

/** Where an address leads on to what was asked for, that stands in the place it leads to. */
const LEADS_ON = /^(\/sign-in\?next=|\/(reminders|subscription|exit-talk)(#|$))/;

/** What is wrong with a reply, whatever was asked; null when nothing is. */
export function wrongWith(
  { path }: Shot,
  { status, headers, location, body }: Reply,
): string | null {
  if (status >= 500) return `status ${status}`;
  if (headers.includes("kanari")) return "input came back in a header";
  if (location.includes("kanari") && !LEADS_ON.test(location)) return `it leads to ${location}`;
  if (body.includes(CANARY)) return "input came back as markup";
  const isCall = path.startsWith("/api/");
  return isCall && status >= 400 && body.includes("kanari") ? "an error repeats its input" : null;
}
