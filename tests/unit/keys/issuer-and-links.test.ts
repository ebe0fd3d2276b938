import { createHash, createHmac } from "node:crypto";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destroyIssuerKey, readIssuerKey, storeIssuerKey } from "@/lib/keys/issuer-key";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";
import { readRecoveryCode, recoveryCode } from "@/lib/keys/recovery";
import { KeyRefused } from "@/lib/keys/refused";
import { destroyRoundKeys, listKeys } from "@/lib/keys/rounds";
import { emptyDirectory } from "./directory";

describe("the issuer's key of a round", () => {
  it("is kept in a file that only its owner may read; the first one stands", () => {
    const dir = emptyDirectory();
    expect(readIssuerKey("2026-Q3", dir)).toBeNull();
    expect(storeIssuerKey("2026-Q3", "first", dir)).toBe("first");
    expect(storeIssuerKey("2026-Q3", "second", dir)).toBe("first");
    expect(readdirSync(dir)).toEqual(["issuer-2026-Q3.pem"]);
    expect(statSync(path.join(dir, "issuer-2026-Q3.pem")).mode & 0o777).toBe(0o600);
    expect(listKeys(dir)).toEqual([{ owner: "issuer", use: "2026-Q3" }]);
  });

  it("is destroyed as often as one likes", () => {
    const dir = emptyDirectory();
    storeIssuerKey("2026-Q3", "pem", dir);
    expect(destroyIssuerKey("2026-Q3", dir)).toBe(true);
    expect(destroyIssuerKey("2026-Q3", dir)).toBe(false);
    expect(destroyRoundKeys(dir, "2026-Q3")).toBe(0);
    expect(readIssuerKey("2026-Q3", dir)).toBeNull();
  });
});

describe("a link", () => {
  it("is the same in every reminder, and another for every invitation", () => {
    const dir = emptyDirectory();
    const key = linkKey(dir);
    expect(key).toHaveLength(32);
    expect(linkKey(dir)).toEqual(key);
    const token = tokenOf(key, "invitation-1");
    expect(Buffer.from(token)).toEqual(createHmac("sha256", key).update("invitation-1").digest());
    expect(tokenOf(key, "invitation-1")).toEqual(token);
    expect(tokenOf(key, "invitation-2")).not.toEqual(token);
    expect(tokenOf(linkKey(emptyDirectory()), "invitation-1")).not.toEqual(token);
  });

  it("is known to the issuer only as SHA-256 of its 32 bytes", () => {
    const token = tokenOf(new Uint8Array(32), "x");
    expect(Buffer.from(tokenHash(token))).toEqual(createHash("sha256").update(token).digest());
  });

  it("is not computed from a damaged key", () => {
    const dir = emptyDirectory();
    linkKey(dir);
    writeFileSync(path.join(dir, "link.key"), "short");
    expect(() => linkKey(dir)).toThrow(KeyRefused);
  });
});

describe("a recovery code", () => {
  it("gives back every one of its 256 bits", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        const code = recoveryCode(secret);
        expect(code).toHaveLength(64);
        expect(readRecoveryCode(code)).toEqual(secret);
      }),
    );
  });

  it("with a stray letter or of another length is none", () => {
    expect(readRecoveryCode(`${"0".repeat(51)}U`)).toBeNull();
    expect(readRecoveryCode("0".repeat(51))).toBeNull();
    expect(readRecoveryCode(`${"0".repeat(51)}1`)).toBeNull();
    expect(readRecoveryCode("0".repeat(52))).toEqual(new Uint8Array(32));
  });
});
