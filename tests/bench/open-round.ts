import { createPrivateKey, type KeyObject } from "node:crypto";
import { readIssuerKey } from "@/lib/keys/issuer-key";
import type { RoundRecord } from "@/lib/rounds/record";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { cleanDatabases } from "../support/databases";
import { openSmallRound } from "../support/round";

/** A fresh round that receives answers, and the issuer's key to make credentials with. */
export async function freshRound(
  asked?: Questionnaire,
): Promise<{ round: RoundRecord; issuer: KeyObject }> {
  await cleanDatabases();
  const round = await openSmallRound(asked);
  const pem = readIssuerKey(round.quarter);
  if (pem === null) throw new Error("the round has no key");
  return { round, issuer: createPrivateKey(pem) };
}
