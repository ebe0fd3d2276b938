import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { keyDirectory } from "@/lib/keys/directory";
import { installationKey } from "@/lib/keys/installation-key";

const PERIOD_S = 30;
/** Phones' clocks may be so many periods off. */
const WINDOW = 1;
const BYTES = 20;

/**
 * An account's secret (RFC 6238, 160 bits): computed from what its row has and from a key in a file outside every
 * database, so that neither alone shows a code.
 */
function secretOf(userId: string, seed: string, dir: string): Secret {
  const key = installationKey(dir, "second-factor.key");
  const mac = createHmac("sha256", key).update(`second factor ${userId} ${seed}`, "utf8").digest();
  return new Secret({ buffer: new Uint8Array(mac.subarray(0, BYTES)).buffer });
}

type Owner = { readonly userId: string; readonly seed: string };

/** The time step whose code this is, near `now`; null for a wrong code. Whether it was taken before is not asked here. */
export function stepOf({ userId, seed }: Owner, digits: string, now: Date): number | null {
  const secret = secretOf(userId, seed, keyDirectory());
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    token: digits,
    secret,
    period: PERIOD_S,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : TOTP.counter({ period: PERIOD_S, timestamp }) + delta;
}

/** What an authenticator reads from a QR code, and the same secret to type in groups of four. */
export function authenticatorFor(
  owner: Owner,
  { region, email }: { readonly region: string; readonly email: string },
): { readonly address: string; readonly typed: string } {
  const secret = secretOf(owner.userId, owner.seed, keyDirectory());
  const totp = new TOTP({ issuer: `Sorti ${region}`, label: email, secret, period: PERIOD_S });
  return { address: totp.toString(), typed: secret.base32.replace(/.{4}(?=.)/g, "$& ") };
}
