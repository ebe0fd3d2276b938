import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail server of one's own, which keeps what the product sends. */

export type Invited = { readonly token: string; readonly manifestHash: string };

export type MailBox = {
  readonly url: string;
  /** Waits until everybody has a mail, and gives what stood in it. */
  readonly until: (addresses: readonly string[]) => Promise<ReadonlyMap<string, Invited>>;
  /** Mails that came, also twice to the same person. */
  readonly count: () => number;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 120_000;
const LINK = /\/svar#([\w-]{43})(?![\w-])/;
const HASH = /\b[0-9a-f]{64}\b/;

async function read(raw: Buffer): Promise<readonly [string, Invited][]> {
  const { to, text = "" } = await PostalMime.parse(raw);
  const invited = {
    token: LINK.exec(text)?.[1] ?? "",
    manifestHash: HASH.exec(text)?.[0] ?? "",
  };
  return (to ?? []).map(({ address = "" }) => [address, invited]);
}

export async function openMailBox(): Promise<MailBox> {
  const found = new Map<string, Invited>();
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      const keep = async () => {
        for (const [address, invited] of await read(await buffer(stream))) {
          found.set(address, invited);
          count += 1;
        }
      };
      keep().then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const place = server.server.address();
  const port = typeof place === "object" && place ? place.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    count: () => count,
    until: async (addresses) => {
      const started = Date.now();
      while (!addresses.every((address) => found.has(address))) {
        if (Date.now() - started > PATIENCE_MS)
          throw new Error("Not everybody got a mail in time.");
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return found;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
