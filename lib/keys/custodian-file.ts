import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Custodian } from "@/lib/sealing/envelope";
import { KeyRefused } from "./refused";
import { readSecret } from "./secret-file";

/** The key of a coding of free texts, named after the last round whose texts it holds. */
type CodingUse = `coding-${Quarter}`;

/** A round's HPKE key, a coding's, or the long-term key that signs manifests. */
export type KeyUse = Quarter | CodingUse | "signing";

export const codingUse = (quarter: Quarter): CodingUse => `coding-${quarter}`;

const isKeyUse = (use: string): use is KeyUse =>
  use === "signing" || isQuarter(use.replace(/^coding-/, ""));

const text = z.string().min(1);
const custodian = z.union([z.literal(1), z.literal(2)]);

/**
 * One master key per ceremony, wrapped by the passphrase and by the printed recovery code, and once more by
 * the deputy's passphrase where there is a deputy.
 */
const ceremonySchema = z.strictObject({
  format: z.literal("sorti/ceremony/1"),
  custodian,
  ceremony: text,
  salt: text,
  byPassphrase: text,
  byRecovery: text,
  /** A salt of its own, so that one guess is never tried on two passphrases. Files without one stay valid. */
  deputy: z.strictObject({ salt: text, byPassphrase: text }).optional(),
});

/** A private key (PKCS#8) wrapped by its ceremony's master key; the public half can be read by anyone. */
const keySchema = z.strictObject({
  format: z.literal("sorti/custodian-key/1"),
  custodian,
  use: z.string().refine(isKeyUse),
  ceremony: text,
  publicKey: text,
  wrapped: text,
});

export type CeremonyFile = z.infer<typeof ceremonySchema>;
export type KeyFile = z.infer<typeof keySchema>;

/** A file's text: canonical JSON and a line feed. */
export const inFile = (value: CeremonyFile | KeyFile) => `${canonicalJson(value)}\n`;

export function ceremonyPath(dir: string, custodianIs: Custodian, ceremony: string): string {
  return path.join(dir, `custodian-${custodianIs}-ceremony-${ceremony}.json`);
}

export function keyPath(dir: string, custodianIs: Custodian, use: KeyUse): string {
  return path.join(dir, `custodian-${custodianIs}-${use}.json`);
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  const bytes = readSecret(file);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new KeyRefused("damaged");
  }
}

export function readCeremony(dir: string, of: KeyFile): CeremonyFile {
  const file = read(ceremonyPath(dir, of.custodian, of.ceremony), ceremonySchema);
  if (file === null) throw new KeyRefused("damaged");
  return file;
}

/** A custodian's key file; null when there is none. */
export function readKeyFile(dir: string, custodianIs: Custodian, use: KeyUse): KeyFile | null {
  return read(keyPath(dir, custodianIs, use), keySchema);
}

/** A ceremony that still has keys, and which. */
export type CeremonyInUse = {
  readonly file: CeremonyFile;
  readonly keys: readonly KeyFile[];
};

/** A custodian's ceremonies as far as they open anything, oldest quarter first. Throws `KeyRefused("damaged")`. */
export function ceremoniesInUse(dir: string, custodianIs: Custodian): readonly CeremonyInUse[] {
  const found = new Map<string, KeyFile[]>();
  for (const name of existsSync(dir) ? readdirSync(dir).sort() : []) {
    const use = new RegExp(`^custodian-${custodianIs}-(.+)[.]json$`).exec(name)?.[1] ?? "";
    if (!isKeyUse(use)) continue;
    const key = readKeyFile(dir, custodianIs, use);
    if (key) found.set(key.ceremony, [...(found.get(key.ceremony) ?? []), key]);
  }
  return [...found.values()].flatMap((keys) => {
    const [first] = keys;
    return first ? [{ file: readCeremony(dir, first), keys }] : [];
  });
}

/** What a wrapped master key is bound to. */
export function aboutMaster(file: Pick<CeremonyFile, "custodian" | "ceremony">): string {
  return `sorti/v1 master ${file.custodian} ${file.ceremony}`;
}

/** What the deputy's copy of it is bound to: neither can be put in the other's place. */
export function aboutDeputy(file: Pick<CeremonyFile, "custodian" | "ceremony">): string {
  return `sorti/v1 deputy ${file.custodian} ${file.ceremony}`;
}

/** What a wrapped private key is bound to: it cannot be moved to another round, custodian or public half. */
export function aboutKey(file: Pick<KeyFile, "custodian" | "use" | "publicKey">): string {
  return `sorti/v1 key ${file.custodian} ${file.use} ${file.publicKey}`;
}
