import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import type { KnownKeys } from "@/lib/ceremony/ahead";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";

/** What is known here of the custodians' keys: the key files on this machine, and the signed manifests. */
export async function knownKeys(
  _actor: OperatorActor | AuditorActor,
  now: Date,
): Promise<KnownKeys> {
  const rounds = (await allRounds()).map(({ quarter, state, manifest }) => {
    const { custodianKeys } = manifest;
    return { quarter, state, custodianKeys };
  });
  const keys = listKeys(keyDirectory()).flatMap((key) =>
    key.owner === "issuer" || key.use === "signing"
      ? []
      : [{ custodian: key.owner, quarter: key.use, publicKey: key.publicKey }],
  );
  return { rounds, keys, thisQuarter: quarterOf(dayAt(now)) };
}
