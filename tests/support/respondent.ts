import { commandLineActor } from "@/lib/auth/command-line";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { answerDigest, credentialMessage } from "@/lib/credential/message";
import { issueCredential } from "@/lib/credential/mutations";
import type { Series } from "@/lib/disclosure/release";
import { receiveAnswer, type SealedAnswer, withdraw } from "@/lib/inbox/mutations";
import { layLink } from "@/lib/links/mutations";
import { type Day, firstDayOf } from "@/lib/quarters/quarter";
import { receivingRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { receiptBytes, receiptFrom, withdrawalHash } from "@/lib/sealing/receipt";
import { sealAnswer } from "@/lib/sealing/seal";
import type { Answers } from "@/lib/survey/questionnaire";
import { random } from "./round";

/** A whole set of answers to the tiny questionnaire. */
export const ANSWERS: Answers = {
  exit: "resign",
  reason: "pay",
  lever: ["talk"],
  how: 4,
  recommend: 7,
};

type Link = {
  readonly from: Day;
  readonly to: Day;
  readonly unit?: string;
  readonly series?: Series;
};

/** A link as the mail job puts it in; the token is in nobody's store. */
export async function newLink({ from, to, unit = "A", series = "leaver" }: Link) {
  const token = random(32);
  const window = { from, to };
  const hr = commandLineActor("hr", "test");
  await layLink(hr, { token, window, unit, series, language: "sv" });
  return token;
}

/** What the page does before it asks for a credential: a message for an answer, blinded. */
export async function blinded(round: RoundRecord, digest: Uint8Array = random(32)) {
  const message = credentialMessage(round.manifestHash, digest);
  return blindMessage(round.manifest.issuerKey, message, random);
}

/** The page's steps 4 to 7: an answer that is ready to send, and its receipt. */
export async function readyAnswer(
  round: RoundRecord,
  given: {
    readonly unit: string;
    readonly series?: Series;
    readonly answers?: Answers;
    /** Sent instead of a real envelope. */
    readonly envelope?: Uint8Array<ArrayBuffer>;
  },
): Promise<{ sealed: SealedAnswer; receipt: string; token: Uint8Array<ArrayBuffer> }> {
  const { unit, series = "leaver", answers = ANSWERS } = given;
  const today = firstDayOf(round.quarter);
  const token = await newLink({ from: today, to: today, unit, series });
  const receipt = receiptFrom(random);
  const hash = await withdrawalHash(receipt);
  if (!hash) throw new Error("a receipt that is none");
  const { manifest, manifestHash } = round;
  const sealed =
    given.envelope ?? (await sealAnswer({ answers, unit, series }, manifest, manifestHash));
  const asked = await blinded(round, await answerDigest(sealed, hash));
  const issued = await issueCredential({ token, quarter: round.quarter, ...asked }, today);
  if (issued.kind !== "signed") throw new Error(`no credential: ${issued.error}`);
  const key = round.manifest.issuerKey;
  const signature = await finalizeCredential(key, asked, issued.blindSignature);
  const answer = { message: asked.prepared, signature, sealed, withdrawalHash: hash };
  return { sealed: answer, receipt, token };
}

/** One person answers; the receipt is what the page shows last. */
export async function answerRound(
  round: RoundRecord,
  given: { readonly unit: string; readonly series?: Series; readonly answers?: Answers },
): Promise<string> {
  const { sealed, receipt } = await readyAnswer(round, given);
  const outcome = await receiveAnswer(sealed, await receivingRounds());
  if (outcome !== "stored") throw new Error(`not stored: ${outcome}`);
  return receipt;
}

/** So many people of a unit answer, one after another. */
export async function answerMany(round: RoundRecord, unit: string, n: number): Promise<string[]> {
  const receipts: string[] = [];
  for (let i = 0; i < n; i += 1) receipts.push(await answerRound(round, { unit }));
  return receipts;
}

/** SHA-256 of a receipt as hex, as it stands in the public lists. */
export async function listed(receipt: string): Promise<string> {
  return Buffer.from((await withdrawalHash(receipt)) ?? []).toString("hex");
}

/** Its owner shows a receipt in order to withdraw, whichever rounds receive now. */
export async function withdrawReceipt(receipt: string): Promise<void> {
  const shown = receiptBytes(receipt);
  if (!shown) throw new Error("a receipt that is none");
  await withdraw(shown, await receivingRounds());
}
