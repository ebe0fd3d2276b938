import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "@/lib/cli/installation";
import { issueCredential } from "@/lib/credential/mutations";
import { closeClients } from "@/lib/db/clients";
import { type Cluster, startCluster } from "@/lib/db/cluster";
import { ensureDatabase, letRolesIn, migrate } from "@/lib/db/provision";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { installQueues } from "@/lib/jobs/queues";
import { keyDirectory } from "@/lib/keys/directory";
import { receivingRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { blinded, newLink, readyAnswer } from "../../support/respondent";
import { openSmallRound, Q1 } from "../../support/round";
import { mountSmallDisk, type SmallDisk } from "../../support/small-disk";
import { askServer } from "../../support/standby";

const PASSWORD = randomBytes(12).toString("hex");
const DAY = "2026-02-10";
const folder = mkdtempSync(path.join(tmpdir(), "sorti-full-"));

let disk: SmallDisk;
let cluster: Cluster;
let round: RoundRecord;
let start: () => Promise<Cluster>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  disk = mountSmallDisk(folder, 320);
  const port = await freePort();
  start = () => startCluster({ directory: folder, port, password: PASSWORD, durable: true });
  cluster = await start();
  const owners = {
    employer: cluster.url("sorti_employer"),
    collector: cluster.url("sorti_collector"),
  };
  for (const side of ["sorti_employer", "sorti_collector"]) {
    await ensureDatabase(cluster.url("postgres"), side);
  }
  await migrate(owners);
  await installQueues(owners.employer);
  const urls = { OWNER_URL_EMPLOYER: owners.employer, OWNER_URL_COLLECTOR: owners.collector };
  const all = { ...urls, ...(await letRolesIn(owners, PASSWORD)) };
  for (const [name, url] of Object.entries(all)) vi.stubEnv(name, url);
  round = await openSmallRound();
}, 300_000);

afterAll(async () => {
  await closeClients();
  await cluster?.stop();
  disk?.unmount();
  rmSync(folder, { recursive: true, force: true });
});

const stored = async (): Promise<number> =>
  (await askServer(cluster, "sorti_collector", "SELECT FROM collector.inbox")).length;

test("when the database's disk is full nobody is told that an answer is stored which is not; when there is room again, each is stored once", async () => {
  const rounds = await receivingRounds();
  const answers = [];
  for (let n = 0; n < 60; n += 1) {
    answers.push((await readyAnswer(round, { unit: "A" })).sealed);
  }
  disk.fill();
  const outcomes: string[] = [];
  for (const answer of answers) {
    outcomes.push(await receiveAnswer(answer, rounds).catch(() => "failed"));
  }
  expect(new Set(outcomes), "it was full").toContain("failed");
  disk.empty();
  await closeClients();
  // A server that could not write its log ahead has stopped; one that could is none the worse for a restart.
  cluster = await start();
  expect(await stored()).toBeGreaterThanOrEqual(outcomes.filter((one) => one === "stored").length);
  for (const answer of answers) expect(await receiveAnswer(answer, rounds)).toBe("stored");
  expect(await stored()).toBe(answers.length);
});

test("when the disk beside the keys is full no credential is given out, and the link is not lost: there is room again, and the same request gets its own", async () => {
  const beside = path.join(keyDirectory(), "used-links");
  mkdirSync(beside, { recursive: true });
  const small = mountSmallDisk(beside, 1);
  try {
    const token = await newLink({ from: "2026-01-05", to: "2026-03-20" });
    const asked = { token, quarter: Q1, blinded: (await blinded(round)).blinded };
    const other = { ...asked, blinded: (await blinded(round)).blinded };
    small.fill();
    await expect(issueCredential(asked, DAY)).rejects.toThrow("ENOSPC");
    small.empty();
    expect((await issueCredential(asked, DAY)).kind).toBe("signed");
    expect(await issueCredential(other, DAY)).toEqual({ kind: "refused", error: "already-used" });
  } finally {
    small.unmount();
  }
});
