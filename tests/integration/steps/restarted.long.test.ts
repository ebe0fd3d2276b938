import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeClients, db } from "@/lib/db/clients";
import { ensureDatabase, letRolesIn, migrate } from "@/lib/db/provision";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { installQueues } from "@/lib/jobs/queues";
import { dayAt } from "@/lib/quarters/today";
import { cleanDatabases } from "../../support/databases";
import { startDebianServer } from "../../support/debian-postgres";
import { departure, holdingServer, mailServer, withMailing } from "../invitations/mailing";
import { STEPS } from "./every-step";
import { again, type Ended, inTheMiddle } from "./middle";

const PASSWORD = randomBytes(12).toString("hex");
const hr = commandLineActor("hr", "test");

let server: Awaited<ReturnType<typeof startDebianServer>>;
const table: string[] = [];

beforeAll(async () => {
  server = await startDebianServer(PASSWORD);
  for (const side of ["employer", "collector"])
    await ensureDatabase(server.url("postgres"), `sorti_${side}`);
  const owners = {
    employer: server.url("sorti_employer"),
    collector: server.url("sorti_collector"),
  };
  await migrate(owners);
  await installQueues(owners.employer);
  const urls = { OWNER_URL_EMPLOYER: owners.employer, OWNER_URL_COLLECTOR: owners.collector };
  const all = { ...urls, ...(await letRolesIn(owners, PASSWORD)) };
  for (const [name, url] of Object.entries(all)) vi.stubEnv(name, url);
}, 900_000);

withMailing();
beforeEach(cleanDatabases);

afterAll(async () => {
  await closeClients();
  await server?.stop();
  process.stdout.write(`${table.join("\n")}\n`);
});

const MODES = ["fast", "immediate"] as const;
const row = (step: string, mode: string, first: Ended, tries: number) =>
  table.push(`${step} · ${mode} · first call ${first} · then went through at call ${tries}`);

test.each(Object.keys(STEPS).flatMap((step) => MODES.map((mode) => [step, mode] as const)))(
  "the database starts again while %s (%s): the step is taken once, or can be taken again",
  async (name, mode) => {
    const step = await STEPS[name]?.();
    if (!step) throw new Error(name);
    const first = await inTheMiddle(step.middle, step.take, () => server.restart(mode));
    if (first === "went through") await step.holds();
    row(name, mode, first, await again(step.take));
    await step.holds();
    await again(step.take);
    await step.holds();
  },
);

test.each(MODES)(
  "the database starts again while a mail goes (%s): it is sent, and what goes again is the same mail",
  async (mode) => {
    await departure("sol@x.example", { at: new Date(), lastDay: dayAt(new Date()) });
    await createInvitations(hr);
    const [invitation] = await db("identity").invitation.findMany();
    const send = () => deliverInvitation(invitation?.id ?? "", { lastTry: false });
    const mails = await holdingServer();
    const ended = send().then(
      (): Ended => "went through",
      (): Ended => "failed",
    );
    await mails.comes;
    await server.restart(mode);
    mails.release();
    const first = await ended;
    row("a mail is sent", mode, first, await again(send));
    expect(await db("identity").invitation.findMany()).toMatchObject([{ state: "sent" }]);
    const ids = mails.raw().match(/^Message-ID: .+$/gm) ?? [];
    expect(ids.length).toBe(mails.taken());
    expect(new Set(ids.map((line) => line.trim())).size).toBe(1);
    await again(send);
    expect(mails.taken()).toBe(ids.length);
    await mailServer("start");
  },
);
