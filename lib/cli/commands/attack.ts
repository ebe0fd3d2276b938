import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import pg from "pg";
import type { Ask, Side } from "@/lib/attack/ask";
import { filesHolding } from "@/lib/attack/data";
import { type AttackReport, finding, reportOf, tableOf } from "@/lib/attack/report";
import {
  blindnessAttack,
  catalogueAttacks,
  fileAttack,
  physicalAttacks,
  shuffleAttack,
} from "@/lib/attack/self-attack";
import { dataDirectory, openInstallation } from "@/lib/cli/installation";
import { ownersOf } from "@/lib/cli/owners";
import { withInstallation } from "@/lib/cli/with-installation";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { auditRelease } from "@/lib/disclosure/audit/audit-release";
import { keyDirectory } from "@/lib/keys/directory";
import { rulesOf } from "@/lib/mixing/answers";
import { pastReleases } from "@/lib/mixing/data";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

const random = (n: number) => new Uint8Array(randomBytes(n));

/** How every answer begins before it is sealed. */
const IN_THE_CLEAR = [Buffer.from('{"answers":{')];

type Attacker = { readonly ask: Ask; readonly close: () => Promise<void> };

/** Connections with every right, as a thief of the servers would have them. */
async function attacker(): Promise<Attacker> {
  const owners = ownersOf(await openInstallation(dataDirectory()));
  const clients = new Map<Side, pg.Client>();
  for (const side of ["employer", "collector"] as const) {
    const client = new pg.Client({ connectionString: owners[side] });
    await client.connect();
    clients.set(side, client);
  }
  const ask: Ask = async <T>(side: Side, sql: string, values: readonly unknown[] = []) => {
    const result = await clients.get(side)?.query(sql, [...values]);
    return (result?.rows ?? []) as T[];
  };
  const close = async () => {
    for (const client of clients.values()) await client.end();
  };
  return { ask, close };
}

const filesIn = (directory: string) =>
  existsSync(directory) ? readdirSync(directory).map((name) => path.join(directory, name)) : [];

/** The disk, as far as this machine can read it. */
async function files({ ask }: Attacker, rounds: readonly RoundRecord[]) {
  const [row] = await ask<{ data_directory: string }>("collector", "SHOW data_directory");
  const data = row?.data_directory ?? "";
  const places = [data, path.join(path.dirname(data), "server.log"), dataDirectory()];
  const mixed = rounds.filter(({ state }) => state === "mixed").map(({ quarter }) => quarter);
  const named = (file: string) => mixed.some((quarter) => path.basename(file).includes(quarter));
  const { searched, found } = filesHolding(places.filter(existsSync), IN_THE_CLEAR);
  return fileAttack({
    searched,
    inTheClear: found,
    spentKeys: filesIn(keyDirectory()).filter(named),
    exchanges: filesIn(path.join(dataDirectory(), "exchange")).filter(named),
  });
}

/** Everything released, attacked with nothing but itself: differences, and groups that agree. */
async function releases(rounds: readonly RoundRecord[]) {
  const all = [...(await pastReleases())].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const leaks = all.flatMap((release, i) => {
    const round = rounds.find(({ quarter }) => quarter === release.quarter);
    if (!round) return [];
    const questionnaire = questionnaireSchema.parse(JSON.parse(round.signed.questionnaire));
    return auditRelease(all.slice(0, i), release, rulesOf(round.manifest, questionnaire));
  });
  const told = leaks.map((leak) => ({ attack: "releases", sentence: JSON.stringify(leak) }));
  return finding("releases", "differences, unanimous groups, groups too small", told, {
    releases: all.length,
  });
}

async function selfAttack(): Promise<AttackReport> {
  const thief = await attacker();
  try {
    const rounds = await allRounds();
    return reportOf([
      ...(await catalogueAttacks(thief.ask, SERVER_SETTINGS)),
      ...(await physicalAttacks(thief.ask)),
      await files(thief, rounds),
      await releases(rounds),
      await blindnessAttack(random),
      shuffleAttack(random),
    ]);
  } finally {
    await thief.close();
  }
}

/** `sorti attack` */
export function attackCommand(program: Command): void {
  program
    .command("attack")
    .description("attack this installation with every right there is; exit 1 on a leak")
    .option("--json", "the figures, for programs")
    .action(async (options: { json?: boolean }) => {
      const report = await withInstallation(selfAttack);
      console.log(options.json ? JSON.stringify(report) : tableOf(report));
      if (!report.held) process.exitCode = 1;
    });
}
