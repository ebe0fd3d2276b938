import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { ensureBuild } from "@/lib/cli/build";
import { freePort } from "@/lib/cli/installation";
import { createCustodianKeys } from "@/lib/keys/create";
import { startCatcher } from "@/lib/mail/catcher";
import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { cleanDatabases } from "./databases";
import { Party } from "./party";
import { PASSPHRASES } from "./round";
import { type Tap, tap } from "./tap";

export const TODAY = dayAt(new Date());
export const NOW: Quarter = quarterOf(TODAY);
export const NEXT: Quarter = shiftQuarter(NOW, 1);

/** Both custodians' passphrases, as settings for one command. */
export const BOTH = {
  SORTI_PASSPHRASE_1: PASSPHRASES[0],
  SORTI_PASSPHRASE_2: PASSPHRASES[1],
};

/** Issuer and collector as two processes, each with its own settings, folder and database. */
export type TwoParties = {
  readonly issuer: Party;
  readonly collector: Party;
  /** Their public addresses, and all that was asked there. */
  readonly issuers: Tap;
  readonly collectors: Tap;
  readonly custodianKeys: readonly [string, string];
  readonly stop: () => Promise<void>;
};

const urls = (...roles: readonly string[]) =>
  Object.fromEntries(
    roles.map((role) => [`DATABASE_URL_${role}`, process.env[`DATABASE_URL_${role}`] ?? ""]),
  );

type Place = { readonly folder: string; readonly port: number; readonly smtp: string };

function settings(name: "issuer" | "collector", { folder, port, smtp }: Place, own: Tap) {
  return {
    SORTI_PARTS: name,
    SORTI_MODE: "demo",
    NODE_ENV: "production",
    SORTI_DATA_DIR: path.join(folder, name),
    SORTI_GRACE_SECONDS: "1",
    PORT: String(port),
    SORTI_ORIGIN: own.origin,
    NEXTAUTH_URL: own.origin,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SMTP_URL: smtp,
    SORTI_METRICS_TOKEN: randomBytes(32).toString("hex"),
  };
}

/** The ceremony is held at the collector's: its folder has the custodians' keys, and the issuer's has none. */
async function ceremony(folder: string): Promise<readonly [string, string]> {
  const dir = path.join(folder, "collector", "keys");
  const made = async (custodian: 1 | 2, passphrase: string) =>
    createCustodianKeys({ dir, custodian, quarters: [NOW, NEXT], passphrase });
  const first = await made(1, PASSPHRASES[0]);
  const second = await made(2, PASSPHRASES[1]);
  return [first.signingKey, second.signingKey];
}

/** Builds the app unless it is built, empties both databases, and starts the two. Mails are caught here. */
export async function startTwoParties(): Promise<TwoParties> {
  await ensureBuild(() => undefined);
  await cleanDatabases();
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-split-"));
  const [one, two, mail] = [await freePort(), await freePort(), await freePort()];
  const smtp = `smtp://127.0.0.1:${mail}`;
  vi.stubEnv("SORTI_MODE", "demo");
  vi.stubEnv("SMTP_URL", smtp);
  const catcher = await startCatcher();
  const [issuers, collectors] = [await tap(one), await tap(two)];
  const shared = { SORTI_PARTY_SECRET: randomBytes(32).toString("hex") };
  const issuer = new Party({
    ...settings("issuer", { folder, port: one, smtp }, issuers),
    ...shared,
    ...urls("IDENTITY", "ISSUER", "CONFIRMER", "PRINTER", "READER"),
    SORTI_COLLECTOR_ORIGIN: collectors.origin,
  });
  const collector = new Party({
    ...settings("collector", { folder, port: two, smtp }, collectors),
    ...shared,
    ...urls("COLLECTOR", "MIXER", "OPERATOR", "READER"),
    SORTI_ISSUER_ORIGIN: issuers.origin,
  });
  const stop = async () => {
    await Promise.all([issuer.stop(), collector.stop(), catcher.stop()]);
    await Promise.all([issuers.stop(), collectors.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const custodianKeys = await ceremony(folder);
    await Promise.all([issuer.serve(), collector.serve()]);
    return { issuer, collector, issuers, collectors, custodianKeys, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
