import { inverseOf, power, toInteger } from "@/lib/credential/modular";
import { issuerPublicKey, verifyCredential } from "@/lib/credential/verify";
import { fromBase64Url } from "@/lib/sealing/base64url";

/** What the issuer saw when it signed. */
export type Issuance = { readonly blinded: Uint8Array; readonly blindSignature: Uint8Array };

/** What the collector saw when an answer came. */
export type Redemption = { readonly message: Uint8Array; readonly signature: Uint8Array };

export type Key = { readonly n: string; readonly e: string };

/**
 * For each issuance, the redemptions that could be its own: those for which some invertible blinding factor
 * r = s/σ turns the one into the other (b = σ^e · r^e). With a sound blinding that is all of them, so even
 * the issuer, private key in hand, has nothing to choose by.
 */
export function possibleRedemptions(
  key: Key,
  issuances: readonly Issuance[],
  redemptions: readonly Redemption[],
): number[][] {
  const [n, e] = [toInteger(fromBase64Url(key.n)), toInteger(fromBase64Url(key.e))];
  const opened = issuerPublicKey(key);
  const signatures = redemptions.map(({ message, signature }) => {
    const value = toInteger(signature);
    const ours = verifyCredential(opened, message, signature);
    return { inverse: ours ? inverseOf(value, n) : null, encoded: power(value, e, n) };
  });
  return issuances.map(({ blinded, blindSignature }) => {
    const [b, s] = [toInteger(blinded), toInteger(blindSignature)];
    // A product of numbers that have inverses has one too.
    if (inverseOf(s, n) === null) return [];
    return signatures.flatMap(({ inverse, encoded }, place) => {
      if (inverse === null) return [];
      const factor = (s * inverse) % n;
      return (encoded * power(factor, e, n)) % n === b ? [place] : [];
    });
  });
}

/** Issuances that the attacker can tie to one redemption alone. */
export function certainLinks(possible: readonly (readonly number[])[]): number {
  return possible.filter(({ length }) => length === 1).length;
}
