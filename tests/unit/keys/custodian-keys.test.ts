import { createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createCustodianKeys } from "@/lib/keys/create";
import { possessionChallenge, proofOfPossession, provesPossession } from "@/lib/keys/possession";
import { KeyRefused } from "@/lib/keys/refused";
import { destroyRoundKeys, listKeys } from "@/lib/keys/rounds";
import { unlockCustodianKey, unlockCustodianKeys, unlockSigningKey } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";
import { signManifest } from "@/lib/rounds/sign";
import { toBase64Url } from "@/lib/sealing/base64url";
import { EnvelopeRefused, sealLayer } from "@/lib/sealing/open";
import { pointOf } from "@/lib/sealing/point";
import { emptyDirectory } from "./directory";

const dir = emptyDirectory();
const quarters: Quarter[] = ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"];
const passphrase = "blå räv över ån";
const whose = { dir, custodian: 1 } as const;
const content = () =>
  readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), "utf8")]);

let created: Awaited<ReturnType<typeof createCustodianKeys>>;
beforeAll(async () => {
  created = await createCustodianKeys({ ...whose, quarters, passphrase });
});

async function reasonFor(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "accepted";
  } catch (error) {
    if (error instanceof KeyRefused) return error.reason;
    throw error;
  }
}

describe("a custodian's ceremony", () => {
  it("makes keys for four rounds and a long-term key, and says the public halves without a passphrase", () => {
    expect(created.keys.map((key) => key.quarter)).toEqual(quarters);
    expect(listKeys(dir)).toEqual([
      ...created.keys.map((key) => ({ owner: 1, use: key.quarter, publicKey: key.publicKey })),
      { owner: 1, use: "signing", publicKey: created.signingKey },
    ]);
  });

  it("leaves files that only their owner may read, and no drafts", () => {
    const names = readdirSync(dir);
    expect(names).toHaveLength(6);
    for (const name of names) {
      expect(name.endsWith(".json")).toBe(true);
      expect(statSync(path.join(dir, name)).mode & 0o777).toBe(0o600);
    }
  });

  it("never replaces the key of a round, and then changes nothing", async () => {
    const before = content();
    const again = createCustodianKeys({ ...whose, quarters: ["2027-Q3", "2026-Q3"], passphrase });
    expect(await reasonFor(again)).toBe("exists");
    expect(content()).toEqual(before);
  });
});

describe("a custodian's keys open", () => {
  it("all four with the passphrase, each the one in the manifest", async () => {
    const keys = await unlockCustodianKeys({ ...whose, quarters }, { passphrase });
    expect(keys.map((key) => toBase64Url(key.publicPoint))).toEqual(
      created.keys.map((key) => key.publicKey),
    );
  });

  it("with the passphrase typed on another kind of keyboard", async () => {
    const typed = { passphrase: passphrase.normalize("NFD") };
    const key = await unlockCustodianKey({ ...whose, quarter: "2026-Q3" }, typed);
    expect(key.custodian).toBe(1);
  });

  it("with the printed recovery code, however it is typed", async () => {
    expect(created.recoveryCode).toMatch(/^([0-9A-Z]{4}-){12}[0-9A-Z]{4}$/);
    const recoveryCode = created.recoveryCode.toLowerCase().replaceAll("-", " ");
    const key = await unlockCustodianKey({ ...whose, quarter: "2027-Q1" }, { recoveryCode });
    expect(toBase64Url(key.publicPoint)).toBe(created.keys[2]?.publicKey);
  });

  it("not with a wrong passphrase or a wrong code, and then nothing has changed", async () => {
    const before = content();
    const open = (secret: { passphrase: string } | { recoveryCode: string }) =>
      reasonFor(unlockCustodianKey({ ...whose, quarter: "2026-Q3" }, secret));
    expect(await open({ passphrase: "blå räv över å" })).toBe("wrong-passphrase");
    expect(await open({ recoveryCode: "0".repeat(52) })).toBe("wrong-recovery-code");
    expect(await open({ recoveryCode: "0000" })).toBe("wrong-recovery-code");
    expect(content()).toEqual(before);
  });

  it("not for a round that has none, nor for the other custodian", async () => {
    const elsewhere = { dir, custodian: 2, quarter: "2026-Q3" } as const;
    expect(await reasonFor(unlockCustodianKey(elsewhere, { passphrase }))).toBe("no-key");
    const later = { ...whose, quarter: "2030-Q1" } as const;
    expect(await reasonFor(unlockCustodianKey(later, { passphrase }))).toBe("no-key");
  });

  it("not when two rounds' files were exchanged, or a file was cut", async () => {
    const other = emptyDirectory();
    const there = { dir: other, custodian: 1 } as const;
    await createCustodianKeys({ ...there, quarters: ["2026-Q3", "2026-Q4"], passphrase });
    const file = (quarter: string) => path.join(other, `custodian-1-${quarter}.json`);
    const renamed = readFileSync(file("2026-Q4"), "utf8").replace("2026-Q4", "2026-Q3");
    writeFileSync(file("2026-Q3"), renamed);
    const open = (quarter: Quarter) =>
      reasonFor(unlockCustodianKey({ ...there, quarter }, { passphrase }));
    expect(await open("2026-Q3")).toBe("damaged");
    writeFileSync(file("2026-Q4"), "{");
    expect(await open("2026-Q4")).toBe("damaged");
  });
});

describe("possession of a key", () => {
  it("is proved by whoever holds the private half, and by nobody else", async () => {
    const [key, other] = await unlockCustodianKeys({ ...whose, quarters }, { passphrase });
    if (!key || !other) throw new Error("no keys");
    const { envelope, expected } = possessionChallenge(1, toBase64Url(key.publicPoint));
    expect(provesPossession(expected, proofOfPossession(key, envelope))).toBe(true);
    expect(provesPossession(expected, new Uint8Array(32))).toBe(false);
    expect(provesPossession(expected, new Uint8Array(0))).toBe(false);
    expect(() => proofOfPossession(other, envelope)).toThrow(EnvelopeRefused);
  });

  it("cannot be asked for in a way that opens somebody's answer", async () => {
    const key = await unlockCustodianKey({ ...whose, quarter: "2026-Q3" }, { passphrase });
    const answer = sealLayer(1, key.publicPoint, Buffer.from("secret"), new Uint8Array(32));
    expect(() => proofOfPossession(key, answer)).toThrow(EnvelopeRefused);
  });
});

describe("the long-term key", () => {
  it("signs manifests that its public half verifies", async () => {
    const key = await unlockSigningKey(whose, { passphrase });
    expect(toBase64Url(pointOf(createPublicKey(key)))).toBe(created.signingKey);
    expect(signManifest("{}", key)).toHaveLength(86);
  });

  it("stays the same at the next ceremony, and moves under the new passphrase when asked", async () => {
    const next = await createCustodianKeys({
      ...whose,
      quarters: ["2027-Q3"],
      passphrase: "a new one",
      signingSecret: { passphrase },
    });
    expect(next.signingKey).toBe(created.signingKey);
    const key = await unlockSigningKey(whose, { passphrase: "a new one" });
    expect(toBase64Url(pointOf(key))).toBe(created.signingKey);
    expect(await reasonFor(unlockSigningKey(whose, { passphrase }))).toBe("wrong-passphrase");
    expect(
      await reasonFor(unlockCustodianKey({ ...whose, quarter: "2026-Q3" }, { passphrase })),
    ).toBe("accepted");
  });
});

describe("after a mix", () => {
  it("the round's keys are destroyed, once and for all, and only that round's", async () => {
    expect(destroyRoundKeys(dir, "2026-Q3")).toBe(1);
    expect(destroyRoundKeys(dir, "2026-Q3")).toBe(0);
    const open = (quarter: Quarter) =>
      reasonFor(unlockCustodianKey({ ...whose, quarter }, { passphrase }));
    expect(await open("2026-Q3")).toBe("no-key");
    expect(await open("2026-Q4")).toBe("accepted");
  });
});
