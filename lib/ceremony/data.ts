import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { type RoundAhead, roundsAhead } from "@/lib/ceremony/ahead";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";

/** The four rounds that come next and whose keys exist, from the key files here and the signed manifests. */
export async function keysAhead(
  _actor: OperatorActor | AuditorActor,
  now: Date,
): Promise<readonly RoundAhead[]> {
  const rounds = (await allRounds()).map(({ quarter, state, manifest }) => {
    const { custodianKeys } = manifest;
    return { quarter, state, custodianKeys };
  });
  const keys = listKeys(keyDirectory()).flatMap((key) =>
    key.owner === "issuer" || key.use === "signing"
      ? []
      : [{ custodian: key.owner, quarter: key.use, publicKey: key.publicKey }],
  );
  return roundsAhead({ rounds, keys, thisQuarter: quarterOf(dayAt(now)) });
}
