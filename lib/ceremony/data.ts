import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import type { KnownKeys } from "@/lib/ceremony/ahead";
import { keyDirectory } from "@/lib/keys/directory";
import { carriedKeys } from "@/lib/keys/public-keys";
import { listKeys } from "@/lib/keys/rounds";
import { quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";

/**
 * What is known here of the custodians' keys: the key files on this machine, the public halves that were carried
 * here from another one, and the signed manifests.
 */
export async function knownKeys(
  _actor: OperatorActor | AuditorActor,
  now: Date,
): Promise<KnownKeys> {
  const rounds = (await allRounds()).map(({ quarter, state, manifest }) => {
    const { custodianKeys } = manifest;
    return { quarter, state, custodianKeys };
  });
  const own = listKeys(keyDirectory()).flatMap((key) =>
    key.owner === "issuer" || key.use === "signing"
      ? []
      : [{ custodian: key.owner, quarter: key.use, publicKey: key.publicKey }],
  );
  const carried = carriedKeys(keyDirectory()).map((key) => ({ ...key, carried: true as const }));
  // A key file that lies here goes before its own public half.
  return { rounds, keys: [...own, ...carried], thisQuarter: quarterOf(dayAt(now)) };
}
