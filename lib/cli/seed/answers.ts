import { randomBytes } from "node:crypto";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { answerDigest, credentialMessage } from "@/lib/credential/message";
import { issueCredential } from "@/lib/credential/mutations";
import { issuerPublicKey } from "@/lib/credential/verify";
import type { DemoAnswer } from "@/lib/demo/region";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { linkWindow } from "@/lib/invitations/link-window";
import { layLink } from "@/lib/links/mutations";
import type { RoundRecord } from "@/lib/rounds/record";
import { receiptFrom, withdrawalHash } from "@/lib/sealing/receipt";
import { sealAnswer } from "@/lib/sealing/seal";

const random = (n: number) => new Uint8Array(randomBytes(n));

/** Several answers are on their way at a time, as on any day; the database and the processor take turns. */
const AT_ONCE = 4;

/** Who has answered before, and whose invitation HR has stopped, is left alone. */
const LEFT_ALONE: readonly string[] = ["already-used", "unknown-link"];

/** One demonstration person answers: the page's steps 4 to 8, on the same functions that the doors call. */
async function answer(round: RoundRecord, given: DemoAnswer, token: Uint8Array<ArrayBuffer>) {
  const { manifest, manifestHash } = round;
  const { answers, unit, series } = given;
  const sealed = await sealAnswer({ answers, unit, series }, manifest, manifestHash);
  const receipt = await withdrawalHash(receiptFrom(random));
  if (!receipt) throw new Refusal("A demonstration receipt was no receipt.");
  const message = credentialMessage(manifestHash, await answerDigest(sealed, receipt));
  const { prepared, blinded, inverse } = await blindMessage(manifest.issuerKey, message, random);
  const request = { token, quarter: round.quarter, blinded };
  const issued = await issueCredential(request, given.lastDay);
  if (issued.kind === "refused") {
    if (LEFT_ALONE.includes(issued.error)) return;
    throw new Refusal(`A demonstration link was refused: ${issued.error}.`);
  }
  const state = { prepared, inverse };
  const signature = await finalizeCredential(manifest.issuerKey, state, issued.blindSignature);
  const own = (bytes: Uint8Array) => new Uint8Array(bytes);
  const receiving = [{ ...round, issuerKey: issuerPublicKey(manifest.issuerKey) }];
  const stored = await receiveAnswer(
    {
      message: own(prepared),
      signature: own(signature),
      sealed: own(sealed),
      withdrawalHash: receipt,
    },
    receiving,
  );
  if (stored !== "stored") throw new Refusal(`A demonstration answer was refused: ${stored}.`);
}

/** Everybody in the list answers the round, through the real protocol, by the link that `tokenFor` gives. */
export async function answerAll(
  round: RoundRecord,
  given: readonly DemoAnswer[],
  tokenFor: (one: DemoAnswer) => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const hr = commandLineActor("hr", "demonstration");
  const queue = given.filter((one) => Object.hasOwn(round.manifest.tree.units, one.unit));
  const work = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const token = tokenFor(one);
      const window = linkWindow(one.lastDay);
      await layLink(hr, { token, window, unit: one.unit, series: one.series, language: "sv" });
      await answer(round, one, token);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
