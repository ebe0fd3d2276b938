import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** A call as it went over the wire. */
export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

export type Tap = {
  readonly origin: string;
  /** Everything that anybody asked of the party behind it. */
  readonly heard: Heard[];
  readonly stop: () => Promise<void>;
};

async function passOn(port: number, heard: Heard[], asked: IncomingMessage, out: ServerResponse) {
  const { method = "GET", url = "/", headers } = asked;
  const body = await buffer(asked);
  heard.push({ method, url, headers, body: String(body) });
  const options = { host: "127.0.0.1", port, method, path: url, headers };
  const onward = ask(options, (reply) => {
    out.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(out);
  });
  onward.on("error", () => out.destroy());
  onward.end(body);
}

/** A party's public address: passes everything on to the process behind it, unchanged, and remembers it. */
export async function tap(port: number): Promise<Tap> {
  const heard: Heard[] = [];
  const server = createServer((asked, out) => {
    void passOn(port, heard, asked, out);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    heard,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
