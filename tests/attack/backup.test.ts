import { expect, test } from "vitest";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import { type CustodianKey, openEnvelope } from "@/lib/sealing/open";
import { cleanDatabases } from "../support/databases";
import {
  afterEnd,
  bothKeys,
  closeRound,
  mixRound,
  openSmallRound,
  Q1,
  SECRETS,
} from "../support/round";
import { marked, peopleAnswer } from "./support/attacked-round";
import { restoreBackup, takeBackup } from "./support/backup";

type Row = { readonly sealed: Buffer };

function opened(keys: readonly CustodianKey[], row: Row, aad: Uint8Array): Buffer | null {
  try {
    return Buffer.from(
      keys.reduce((envelope: Uint8Array, key) => openEnvelope(key, envelope, aad), row.sealed),
    );
  } catch {
    return null;
  }
}

test("a backup with its WAL, taken while the round was open, gives nothing to one custodian, and to nobody after the mix", async () => {
  await cleanDatabases();
  const round = await openSmallRound();
  await peopleAnswer(round, 12);
  const copy = await takeBackup();
  const [first, second] = await bothKeys(Q1);
  await closeRound(Q1);
  await mixRound(Q1);
  await destroySpentKeys(afterEnd(Q1));

  const restored = await restoreBackup(copy);
  try {
    const rows = await restored.ask<Row>("SELECT sealed FROM collector.inbox");
    expect(rows).toHaveLength(12);
    const aad = round.manifestHash;
    for (const row of rows) {
      expect(opened([first], row, aad)).toBeNull();
      expect(opened([second, second], row, aad)).toBeNull();
      const inner = opened([second], row, aad);
      expect(inner?.includes("person-")).toBe(false);
      expect(inner?.includes("answers")).toBe(false);
    }
    // The attack bites: these are the real answers, and the two custodians together could have read them.
    const texts = rows.map((row) => String(opened([second, first], row, aad)));
    for (const person of [0, 5, 11]) {
      expect(texts.filter((text) => text.includes(marked(person)))).toHaveLength(1);
    }
  } finally {
    await restored.stop();
  }
  const dir = keyDirectory();
  for (const custodian of [1, 2] as const) {
    const whose = { dir, custodian, quarter: Q1 };
    await expect(unlockCustodianKey(whose, SECRETS[custodian - 1] ?? SECRETS[0])).rejects.toThrow(
      /no-key/,
    );
  }
});
