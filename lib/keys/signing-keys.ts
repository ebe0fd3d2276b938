import { publicKeysOf } from "./public-keys";

/** Both custodians' long-term public keys, as the survey page is built with them; null until both are known here. */
export function signingKeys(dir: string): readonly [string, string] | null {
  const [first, second] = [publicKeysOf(dir, 1), publicKeysOf(dir, 2)];
  return first && second ? [first.signing, second.signing] : null;
}
