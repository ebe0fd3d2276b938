import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { env, isDemo } from "@/lib/env";
import { keepMail } from "@/lib/mail/inbox";

export type Catcher = { readonly stop: () => Promise<void> };

let newest = 0;

/** When a mail came: later than any before it, so that two of one millisecond stand in the order in which they came. */
function arrival(): Date {
  newest = Math.max(Date.now(), newest + 1);
  return new Date(newest);
}

/** A mail server on SMTP_URL's port that delivers nothing and keeps everything. Throws outside demo mode. */
export async function startCatcher(): Promise<Catcher> {
  if (!isDemo()) throw new Error("Mail is only caught in demo mode.");
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((raw) => keepMail(raw, arrival(), randomBytes(4).toString("hex")))
        .then(
          () => done(),
          () => done(new Error("The mail could not be kept.")),
        );
    },
  });
  // A client that hangs up in the middle is no reason to stop the demonstration.
  server.on("error", () => undefined);
  const { hostname, port } = new URL(env().SMTP_URL);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(Number(port), hostname, () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
