import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** How often each mail came, by its Message-ID, for each address. */
export type Mailed = ReadonlyMap<string, ReadonlyMap<string, number>>;

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: <?(.+?)>?$`, "im").exec(raw.replaceAll("\r", ""))?.[1] ?? "";

/** A mail server that delivers nothing and counts. */
export async function startMailCount(port: number) {
  const mailed = new Map<string, Map<string, number>>();
  const note = (raw: string) => {
    const [to, id] = [headerOf(raw, "To"), headerOf(raw, "Message-ID")];
    const ids = mailed.get(to) ?? new Map<string, number>();
    mailed.set(to, ids.set(id, (ids.get(id) ?? 0) + 1));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      text(stream).then((raw) => {
        note(raw);
        done();
      }, done);
    },
  });
  // Who sends is killed now and then.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return {
    mailed: mailed as Mailed,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
