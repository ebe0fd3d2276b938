import { rmSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import { ensureBuild } from "@/lib/cli/build";
import { openDatabases } from "@/lib/cli/databases";
import { startDemonstrationClock, stopDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { DEMO_GRACE_SECONDS, isSeeded } from "@/lib/cli/demonstration-settings";
import {
  dataDirectory,
  type Installation,
  openInstallation,
  portIsFree,
} from "@/lib/cli/installation";
import { installTimeMachine } from "@/lib/cli/journey";
import { speakOwnWordsOnly } from "@/lib/cli/own-words";
import { Refusal } from "@/lib/cli/refusal";
import { startServer, untilStopped } from "@/lib/cli/run-server";
import { holdDirectory } from "@/lib/cli/running-lock";
import { seedDemonstration, seedNothing } from "@/lib/cli/seed/demonstration";
import { DEMO_PASSPHRASES } from "@/lib/cli/seed/passphrases";
import { timeMachine } from "@/lib/cli/time-machine";
import { removeCluster } from "@/lib/db/cluster";
import { env } from "@/lib/env";

const say = (line: string) => void process.stdout.write(`${line}\n`);

function demoSettings(installation: Installation): void {
  const port = process.env["PORT"] ?? "3000";
  const origin = process.env["SORTI_ORIGIN"] ?? `http://localhost:${port}`;
  Object.assign(process.env, {
    SORTI_MODE: "demo",
    NODE_ENV: "production",
    SORTI_DATA_DIR: installation.directory,
    SORTI_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] ?? installation.sessionSecret,
    SMTP_URL: process.env["SMTP_URL"] ?? `smtp://127.0.0.1:${installation.mailPort}`,
    SORTI_GRACE_SECONDS: process.env["SORTI_GRACE_SECONDS"] ?? DEMO_GRACE_SECONDS,
  });
}

function welcome(): void {
  const origin = env().SORTI_ORIGIN;
  say(`
Sorti is ready.

  Start page      ${origin}/
  Demo inbox      ${origin}/inbox      (mails that would have gone out; click a link and answer)
  Reports         ${origin}/reports
  Time machine    ${origin}/demo       (moves the demonstration forward, a quarter at a time)
  Sign in         ${origin}/sign-in    password for all: ${DEMO_PASSWORD}
${DEMO_ACCOUNTS.map((account) => `                  ${account.email}`).join("\n")}

  Custodian 1 (the operator)                 ${DEMO_PASSPHRASES[0]}
  Custodian 2 (data-protection officer)      ${DEMO_PASSPHRASES[1]}

  Demonstration: issuer, collector and both custodians run in one process here, imports are
  confirmed by themselves, and the 72 hours of closing are ${env().SORTI_GRACE_SECONDS} seconds. Ctrl-C stops everything.
`);
}

type Options = { readonly fresh?: boolean; readonly empty?: boolean };

async function demo(options: Options): Promise<void> {
  const directory = dataDirectory();
  const release = holdDirectory((await openInstallation(directory)).directory);
  try {
    if (options.fresh || !isSeeded(directory)) await startAnew(directory);
    await run(await openInstallation(directory), options);
  } finally {
    release();
  }
}

/** Removes what an earlier or interrupted start left: databases, keys and mails belong together. */
async function startAnew(directory: string): Promise<void> {
  await removeCluster(path.join(directory, "postgres"));
  for (const part of ["keys", "mail", "svar", "exchange", "seeded", "clock"]) {
    rmSync(`${directory}/${part}`, { recursive: true, force: true });
  }
}

async function run(installation: Installation, { empty }: Options): Promise<void> {
  // Who names a mail server gets the mails there.
  const catchMail = process.env["SMTP_URL"] === undefined;
  demoSettings(installation);
  startDemonstrationClock(installation.directory);
  installTimeMachine(timeMachine);
  const { PORT, HOST } = env();
  if (!(await portIsFree(PORT, HOST))) {
    throw new Refusal(
      `Port ${PORT} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
    );
  }
  say("Starting the databases …");
  const databases = await openDatabases(installation);
  try {
    const { directory } = installation;
    const seeding = empty ? seedNothing(directory) : seedDemonstration(directory, say);
    await Promise.all([ensureBuild(say), seeding]);
    const server = await startServer({ catchMail });
    welcome();
    speakOwnWordsOnly();
    await untilStopped();
    say("\nStopping …");
    await server.stop();
  } finally {
    await databases.stop();
    stopDemonstrationClock();
  }
}

/** `npm start`, `sorti demo` */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .description("start the demonstration region with everything it needs")
    .option("--fresh", "begin anew")
    .option("--empty", "accounts and keys only, for a region of your own")
    .action(demo);
}
