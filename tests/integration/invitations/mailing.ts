import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { freePort } from "@/lib/cli/installation";
import { closeClients, db } from "@/lib/db/clients";
import { env } from "@/lib/env";
import { type Catcher, startCatcher } from "@/lib/mail/catcher";
import { caughtMails } from "@/lib/mail/inbox";
import { vouchedFor } from "@/tests/support/confirmed";
import { cleanDatabases } from "@/tests/support/databases";

/** Stands in for the external party's site: one signed manifest, as the mail jobs ask for it. */
const site: Server = createServer((_request, response) => {
  response.end(JSON.stringify({ manifest: "{}", signatures: ["a", "b"], questionnaire: "{}" }));
});
let catcher: Catcher | undefined;

/** A server that knows none of the addresses, where the catcher otherwise is. */
async function refusing(): Promise<Catcher> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })),
  });
  const { hostname, port } = new URL(env().SMTP_URL);
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A server that takes a mail and keeps its sender waiting; `comes`: one is under way; `raw`: what has come. */
export async function holdingServer() {
  await mailServer("stop");
  let taken = 0;
  let raw = "";
  let come = (): void => undefined;
  const comes = new Promise<void>((resolve) => {
    come = resolve;
  });
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      stream.setEncoding("utf8").on("data", (part) => {
        raw += part;
      });
      taken += 1;
      come();
      stream.on("end", () => void released.then(() => done()));
    },
  });
  const { hostname, port } = new URL(env().SMTP_URL);
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  catcher = { stop };
  return { comes, release, taken: () => taken, raw: () => raw };
}

/** The mail server goes away, comes back, or comes back as one that refuses everybody for good. */
export async function mailServer(to: "stop" | "start" | "refuse"): Promise<void> {
  await catcher?.stop();
  catcher = undefined;
  if (to === "start") catcher = await startCatcher();
  if (to === "refuse") catcher = await refusing();
}

/** Every file catches its mails in the same folder: what another has left there is no mail of this one. */
const emptyInbox = () =>
  rm(path.resolve(env().SORTI_DATA_DIR, "mail"), { recursive: true, force: true });

/** A site and a mail server for the whole file, empty databases and an empty inbox for each test. */
export function withMailing(): void {
  beforeAll(async () => {
    const [sitePort, mailPort] = [await freePort(), await freePort()];
    vi.stubEnv("SORTI_MODE", "demo");
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mailPort}`);
    vi.stubEnv("SORTI_ORIGIN", `http://127.0.0.1:${sitePort}`);
    site.listen(sitePort, "127.0.0.1");
    await mailServer("start");
  });
  afterAll(async () => {
    await mailServer("stop");
    site.close();
    await closeClients();
  });
  beforeEach(async () => {
    await cleanDatabases();
    await emptyInbox();
  });
}

/** What has been mailed to an address, the newest first. */
export const mailsTo = async (email: string) =>
  (await caughtMails(100)).filter(({ to }) => to === email);

type Given = {
  readonly at: Date;
  readonly confirmed?: boolean;
  readonly kind?: string;
  readonly lastDay?: string;
};

/** One departure by an import of its own. */
export async function departure(email: string, given: Given): Promise<void> {
  const { at, confirmed = true, kind = "resignation", lastDay = "2026-11-25" } = given;
  const facts = {
    kind: "departures",
    fileHash: "x",
    importedAt: at,
    importedBy: "hr",
    summary: {},
  };
  const { id } = await db("identity").importRecord.create({ data: facts });
  const row = { unitCode: "VC01", privateEmail: null, language: "sv", delivery: "mail" };
  await db("identity").departure.create({
    data: { ...row, pseudonym: email, email, lastDay, kind, protected: false, importId: id },
  });
  if (confirmed) await vouchedFor(id);
}
