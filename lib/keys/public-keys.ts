import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import { KeyRefused } from "./refused";
import { listKeys } from "./rounds";
import { replaceSecret } from "./secret-file";

const point = z.string().regex(/^[A-Za-z0-9_-]{87}$/);
const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

/** A custodian's public halves, carried by hand to the machine that writes the manifest. */
const publicKeysSchema = z.strictObject({
  format: z.literal("sorti/public-keys/1"),
  custodian: z.union([z.literal(1), z.literal(2)]),
  signing: point,
  rounds: z.partialRecord(quarter, point),
});
export type PublicKeys = z.infer<typeof publicKeysSchema>;

const placeOf = (dir: string, custodian: 1 | 2) =>
  path.join(dir, `public-custodian-${custodian}.json`);

/** A custodian's public keys from the key files of this machine; null without a long-term key here. */
export function ownPublicKeys(dir: string, custodian: 1 | 2): PublicKeys | null {
  const own = listKeys(dir).flatMap((key) => (key.owner === custodian ? [key] : []));
  const signing = own.find(({ use }) => use === "signing");
  if (!signing) return null;
  const rounds = own.flatMap(({ use, publicKey }) => (use === "signing" ? [] : [[use, publicKey]]));
  const format = "sorti/public-keys/1";
  const keys = {
    format,
    custodian,
    signing: signing.publicKey,
    rounds: Object.fromEntries(rounds),
  };
  return publicKeysSchema.parse(keys);
}

/** Reads a public-key file's text; throws `KeyRefused("damaged")`. */
export function readPublicKeys(text: string): PublicKeys {
  try {
    return publicKeysSchema.parse(JSON.parse(text));
  } catch {
    throw new KeyRefused("damaged");
  }
}

function imported(dir: string, custodian: 1 | 2): PublicKeys | null {
  let text: string;
  try {
    text = readFileSync(placeOf(dir, custodian), "utf8");
  } catch {
    return null;
  }
  return readPublicKeys(text);
}

/** A custodian's public keys: from key files here, else as they were imported; null when neither is here. */
export function publicKeysOf(dir: string, custodian: 1 | 2): PublicKeys | null {
  return ownPublicKeys(dir, custodian) ?? imported(dir, custodian);
}

/** The rounds that a custodian has made keys for on another machine, as they were carried here. */
export function carriedKeys(
  dir: string,
): readonly { readonly custodian: 1 | 2; readonly quarter: Quarter; readonly publicKey: string }[] {
  return ([1, 2] as const).flatMap((custodian) =>
    Object.entries(imported(dir, custodian)?.rounds ?? {}).flatMap(([quarter, publicKey]) =>
      isQuarter(quarter) && publicKey !== undefined ? [{ custodian, quarter, publicKey }] : [],
    ),
  );
}

/**
 * Keeps another machine's public keys. A long-term key that differs from the one that is known is refused with
 * `KeyRefused("exists")`: pages are built with it. Importing the same again changes nothing.
 */
export function importPublicKeys(dir: string, keys: PublicKeys): void {
  const known = publicKeysOf(dir, keys.custodian);
  if (known && known.signing !== keys.signing) throw new KeyRefused("exists");
  const rounds = { ...known?.rounds, ...keys.rounds };
  replaceSecret(placeOf(dir, keys.custodian), `${canonicalJson({ ...keys, rounds })}\n`);
}
