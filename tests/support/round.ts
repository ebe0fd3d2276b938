import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeIssuing, closeReceiving, mixUnlocked, openQuarter } from "@/lib/closing/mutations";
import { prepareIssuerKey } from "@/lib/credential/mutations";
import type { Limits } from "@/lib/disclosure/release";
import { createCustodianKeys } from "@/lib/keys/create";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { type Secret, unlockCustodianKey, unlockSigningKey } from "@/lib/keys/unlock";
import { firstDayOf, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { manifestText, type RegionTree } from "@/lib/rounds/build";
import { findRound } from "@/lib/rounds/data";
import { planRound } from "@/lib/rounds/mutations";
import type { RoundRecord } from "@/lib/rounds/record";
import { signManifest } from "@/lib/rounds/sign";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { tiny } from "../unit/survey/tiny";
import { asOwner } from "./databases";

/** The small region's first round, and the ones that can follow it. */
export const Q1: Quarter = "2026-Q1";
export const [Q2, Q3, Q4] = [1, 2, 3].map((step) => shiftQuarter(Q1, step)) as [
  Quarter,
  Quarter,
  Quarter,
];
const QUARTERS: readonly Quarter[] = [Q1, Q2, Q3, Q4];

export const PASSPHRASES = ["en lugn älg i skogen", "två glada tranor i kärret"] as const;
export const SECRETS = [{ passphrase: PASSPHRASES[0] }, { passphrase: PASSPHRASES[1] }] as const;

export const operator = () => commandLineActor("operator", "test");
export const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** The day after a quarter's last, when one person may close it. */
export const afterEnd = (quarter: Quarter) => atNoon(firstDayOf(shiftQuarter(quarter, 1)));

/** Three health centres of the same kind, and a clinic that is only pictured with the whole. */
export const REGION: RegionTree = {
  tree: { units: { A: "town", B: "town", C: "country", D: "country" }, pictured: ["town", "*"] },
  unitNames: { A: "Almen", B: "Björken", C: "Cedern", D: "Druvan" },
  groupNames: { town: "Tätort", country: "Landsbygd" },
  merged: {},
};

/** Where the run keeps its ceremony; a bench keeps its own. */
const table = process.env["SORTI_TEST_RING"] ?? mkdtempSync(path.join(tmpdir(), "sorti-ring-"));
// A process that is started from here opens the same keys.
process.env["SORTI_TEST_RING"] = table;
const [ring, sheets] = [path.join(table, "keys"), path.join(table, "sheets.json")];

/** The ceremony takes seconds, so it is held once for the whole run; every test gets the same keys back. */
export async function layKeys(): Promise<void> {
  const dir = keyDirectory();
  rmSync(dir, { recursive: true, force: true });
  if (existsSync(ring)) {
    cpSync(ring, dir, { recursive: true });
    return;
  }
  const [one, two] = PASSPHRASES;
  const wish = { dir, quarters: QUARTERS };
  const first = await createCustodianKeys({ ...wish, custodian: 1, passphrase: one });
  const second = await createCustodianKeys({ ...wish, custodian: 2, passphrase: two });
  writeFileSync(sheets, JSON.stringify([first.recoveryCode, second.recoveryCode]));
  for (const quarter of QUARTERS) await prepareIssuerKey(quarter);
  const copy = `${ring}-unfinished`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(dir, copy, { recursive: true });
  renameSync(copy, ring);
}

/** The custodians' printed sheets: they open the same keys, and are not stretched for half a second each time. */
export function sheetsOf(): readonly [Secret, Secret] {
  const [first, second] = JSON.parse(readFileSync(sheets, "utf8"));
  return [{ recoveryCode: first }, { recoveryCode: second }];
}

let signers: Promise<[SigningKey, SigningKey]> | undefined;
type SigningKey = Awaited<ReturnType<typeof unlockSigningKey>>;

function bothSigners(): Promise<[SigningKey, SigningKey]> {
  const dir = keyDirectory();
  const [first, second] = sheetsOf();
  signers ??= Promise.all([
    unlockSigningKey({ dir, custodian: 1 }, first),
    unlockSigningKey({ dir, custodian: 2 }, second),
  ]);
  return signers;
}

function publicKey(custodian: 1 | 2, quarter: Quarter): string {
  const key = listKeys(keyDirectory()).find(
    (one) => one.owner === custodian && one.use === quarter,
  );
  if (!key || key.owner === "issuer") throw new Error("the ring has no such key");
  return key.publicKey;
}

/** Plans a round of the small region, with the tiny questionnaire unless told otherwise, signed by both custodians. */
export async function planSmallRound(
  quarter: Quarter,
  asked: Questionnaire = tiny,
  limits: Limits = { k: 8, c: 1 },
): Promise<void> {
  const questionnaire = canonicalJson(asked);
  const manifest = manifestText({
    ...REGION,
    quarter,
    issuerKey: await prepareIssuerKey(quarter),
    custodianKeys: [publicKey(1, quarter), publicKey(2, quarter)],
    questionnaireHash: createHash("sha256").update(questionnaire).digest("hex"),
    series: ["leaver", "retiree"],
    limits,
    operator: "Mätbyrån",
    region: "Region Prov",
  });
  const [first, second] = await bothSigners();
  const signatures = [signManifest(manifest, first), signManifest(manifest, second)] as const;
  const plan = { quarter, manifest, signatures, questionnaire };
  await planRound(operator(), plan, atNoon(firstDayOf(quarter)));
}

/** A round that is there; the tests ask for no other. */
export async function roundOf(quarter: Quarter): Promise<RoundRecord> {
  const round = await findRound(quarter);
  if (!round) throw new Error(`${quarter} was never planned`);
  return round;
}

/** Lays the keys, plans the first round and the next, and opens the first. */
export async function openSmallRound(asked: Questionnaire = tiny): Promise<RoundRecord> {
  await layKeys();
  await planSmallRound(Q1, asked);
  await planSmallRound(Q2);
  await openQuarter(operator(), Q1, atNoon(firstDayOf(Q1)));
  return roundOf(Q1);
}

/** Both steps of closing, the day after the quarter's last and without a grace period. */
export async function closeRound(quarter: Quarter): Promise<void> {
  const end = afterEnd(quarter);
  await closeIssuing(operator(), quarter, 0, end);
  await closeReceiving(operator(), quarter, end);
}

const unlocked = new Map<string, ReturnType<typeof unlockBoth>>();

async function unlockBoth(quarter: Quarter) {
  const dir = keyDirectory();
  const [one, two] = sheetsOf();
  const first = await unlockCustodianKey({ dir, custodian: 1, quarter }, one);
  const second = await unlockCustodianKey({ dir, custodian: 2, quarter }, two);
  return [first, second] as const;
}

/** Both custodians' keys for a round, opened once for each test file. */
export function bothKeys(quarter: Quarter): ReturnType<typeof unlockBoth> {
  const known = unlocked.get(quarter) ?? unlockBoth(quarter);
  unlocked.set(quarter, known);
  return known;
}

/** Mixes a closed round. */
export async function mixRound(quarter: Quarter): Promise<void> {
  const keys = await bothKeys(quarter);
  await mixUnlocked(operator(), quarter, keys, () => undefined, afterEnd(quarter));
}

export const random = (n: number) => new Uint8Array(randomBytes(n));

/** Whose private keys of a quarter lie in this installation. */
export const keysOf = (quarter: string) =>
  listKeys(keyDirectory()).flatMap((key) => (key.use === quarter ? [key.owner] : []));

/** The inbox as an administrator sees it. */
export const sealedAnswers = () =>
  asOwner("collector", "SELECT * FROM collector.inbox ORDER BY message");
