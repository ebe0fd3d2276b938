import { listKeys } from "./rounds";

/** Both custodians' long-term public keys, as the survey page is built with them; null until both exist here. */
export function signingKeys(dir: string): readonly [string, string] | null {
  const keys = listKeys(dir).filter((key) => key.use === "signing");
  const of = (custodian: 1 | 2) => keys.find((key) => key.owner === custodian);
  const [first, second] = [of(1), of(2)];
  return first?.owner === 1 && second?.owner === 2 ? [first.publicKey, second.publicKey] : null;
}
