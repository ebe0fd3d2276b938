import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { type Ask, SIDES, type Side } from "@/lib/attack/ask";
import { filesHolding } from "@/lib/attack/data";
import { type AttackReport, NoRights, runAttacks, type Seen } from "@/lib/attack/report";
import {
  buildAttacks,
  catalogueAttacks,
  fileFindings,
  physicalAttacks,
  spentKeys,
} from "@/lib/attack/self-attack";
import { attackReleases } from "@/lib/audit/attack";
import { everythingPublished, integerSolver } from "@/lib/audit/data";
import { dataDirectory, openInstallation } from "@/lib/cli/installation";
import { ownersOf } from "@/lib/cli/owners";
import { Refusal } from "@/lib/cli/refusal";
import { openCoding } from "@/lib/coding/data";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { codingUse, keyPath } from "@/lib/keys/custodian-file";
import { keyDirectory } from "@/lib/keys/directory";
import { allRounds } from "@/lib/rounds/data";
import { CODE_BOOK } from "@/lib/themes/code-book";

const random = (n: number) => new Uint8Array(randomBytes(n));

/** How every answer begins before it is sealed. */
const IN_THE_CLEAR = [Buffer.from('{"answers":{')];

/** `owner`: as a thief of the servers. `whatever there is`: the owner where it is known, else the narrow roles. */
export type Rights = "owner" | "whatever there is";

type Attacker = {
  readonly ask: Ask;
  /** The sides that can be reached. */
  readonly sides: readonly Side[];
  readonly close: () => Promise<void>;
};

type Connections = Partial<Record<Side, string>>;

/** The widest of the narrow roles of each side, where this process has them. */
function narrowConnections(): Connections {
  const { DATABASE_URL_IDENTITY: employer, DATABASE_URL_MIXER: collector } = process.env;
  return { ...(employer ? { employer } : {}), ...(collector ? { collector } : {}) };
}

async function connections(rights: Rights): Promise<Connections> {
  try {
    return ownersOf(await openInstallation(dataDirectory()));
  } catch (cause) {
    if (rights === "owner" || !(cause instanceof Refusal)) throw cause;
    return narrowConnections();
  }
}

async function attacker(rights: Rights): Promise<Attacker> {
  const known = await connections(rights);
  const sides = SIDES.filter((side) => known[side] !== undefined);
  const clients = new Map<Side, pg.Client>();
  for (const side of sides) {
    const client = new pg.Client({ connectionString: known[side] });
    // A server that goes away ends the query, which says so; without this it would end the process.
    client.on("error", () => undefined);
    await client.connect();
    clients.set(side, client);
  }
  const ask: Ask = async <T>(side: Side, sql: string, values: readonly unknown[] = []) => {
    const client = clients.get(side);
    if (!client) throw new NoRights("no connection to this side");
    const result = await client.query(sql, [...values]);
    return result.rows as T[];
  };
  const close = async () => {
    for (const client of clients.values()) await client.end();
  };
  return { ask, sides, close };
}

const filesIn = (directory: string) =>
  existsSync(directory) ? readdirSync(directory).map((name) => path.join(directory, name)) : [];

/** The cluster's own files; none when the attacker may not even ask where they are. */
async function clusterFiles({ ask }: Attacker): Promise<string[]> {
  try {
    const [row] = await ask<{ data_directory: string }>("collector", "SHOW data_directory");
    const data = row?.data_directory ?? "";
    return [data, path.join(path.dirname(data), "server.log")];
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "42501") return [];
    throw cause;
  }
}

/** Comments that are being read have a key of their own, until the reading is over; null when none is here. */
async function readingKey(keys: readonly string[]): Promise<string | null> {
  if (!keys.some((file) => path.basename(file).includes("-coding-"))) return null;
  const reading = await openCoding();
  return reading && keyPath(keyDirectory(), 1, codingUse(reading.quarter));
}

/** The disk, as far as this machine can read it. */
async function files(thief: Attacker): Promise<Seen> {
  const places = [...(await clusterFiles(thief)), dataDirectory()];
  const rounds = await allRounds();
  const mixed = rounds.filter(({ state }) => state === "mixed").map(({ quarter }) => quarter);
  const named = (file: string) => mixed.some((quarter) => path.basename(file).includes(quarter));
  const keys = filesIn(keyDirectory());
  const { searched, found } = filesHolding(places.filter(existsSync), IN_THE_CLEAR);
  return fileFindings({
    searched,
    inTheClear: found,
    spentKeys: spentKeys(keys, mixed, await readingKey(keys)),
    exchanges: filesIn(path.join(dataDirectory(), "exchange")).filter(named),
  });
}

/** Everything published, attacked with nothing but itself. */
async function releases(): Promise<Seen> {
  const published = await everythingPublished(CODE_BOOK);
  const leaks = attackReleases(published, await integerSolver());
  const told = leaks.map(({ rule, where }) => ({
    attack: "releases",
    sentence: `${rule}: ${where}.`,
  }));
  const { atoms, cells, reports } = published;
  const figures = { results: atoms.length, pictures: cells.length, reports: reports.length };
  return { leaks: told, figures };
}

/** Attacks this installation with the rights that there are; reads only. */
export async function selfAttack(rights: Rights): Promise<AttackReport> {
  const begun = performance.now();
  const thief = await attacker(rights);
  try {
    const report = await runAttacks([
      ...catalogueAttacks(thief.ask, thief.sides, SERVER_SETTINGS),
      ...physicalAttacks(thief.ask),
      {
        attack: "files",
        measured: "answers in the clear, spent keys, peeled files",
        run: () => files(thief),
      },
      {
        attack: "releases",
        measured:
          "differences, bounds, labels, noise, printed reports: everything published, at once",
        run: releases,
      },
      ...buildAttacks(random),
    ]);
    return { ...report, seconds: Math.round((performance.now() - begun) / 1000) };
  } finally {
    await thief.close();
  }
}
