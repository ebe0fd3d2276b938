import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";

const OWN = "x-sorti-own-call";

/** How this process asks itself for a page: through its own door, with a word that nobody else knows. */
export function ownCalls(server: Server) {
  const word = randomBytes(32).toString("base64url");
  return {
    isOwn: (request: IncomingMessage): boolean => request.headers[OWN] === word,
    /** Nothing of a reader goes along but the given cookie. */
    ask: (path: string, cookie: string): Promise<Response> => {
      const bound = server.address();
      if (bound === null || typeof bound === "string") throw new Error("No port is open yet.");
      const host = bound.family === "IPv6" ? `[${bound.address}]` : bound.address;
      return fetch(`http://${host}:${bound.port}${path}`, {
        headers: { [OWN]: word, cookie, connection: "close" },
        redirect: "manual",
      });
    },
  };
}
