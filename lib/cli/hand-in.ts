import type { Holder } from "@/lib/auth/holder";
import { ceremonyPaper, type KeysDestroyed, type SignedTerms } from "@/lib/ceremony/terms";
import { exchangePlace } from "@/lib/cli/exchange-leftovers";
import { HandInRefused } from "@/lib/cli/hand-in-refused";
import { layDown, laySigned, termsLaid } from "@/lib/cli/handed-over";
import { textsPlace, writeTextsFile } from "@/lib/cli/texts-file";
import { blobName, textsToOpen } from "@/lib/coding/data";
import { type PeeledTexts, readPeeledTexts } from "@/lib/coding/peeled-texts";
import { CodingRefused } from "@/lib/coding/refused";
import { keyDirectory } from "@/lib/keys/directory";
import { importPublicKeys, publicKeysOf, readPublicKeys } from "@/lib/keys/public-keys";
import { closedRound, receivedIn } from "@/lib/mixing/data";
import { ExchangeDamaged, MAGIC } from "@/lib/mixing/exchange";
import { readExchange } from "@/lib/mixing/read-exchange";
import { isQuarter } from "@/lib/quarters/quarter";
import { signedBy } from "@/lib/rounds/check";
import { allRounds, findRound } from "@/lib/rounds/data";
import { manifestSchema } from "@/lib/rounds/manifest";
import { leavesSealed, RoundRefused } from "@/lib/rounds/state";
import { readLog } from "@/lib/transparency/data";
import { noteKeyDestroyed } from "@/lib/transparency/mutations";
import { discardedQuarters } from "@/lib/transparency/told";

/** What was taken; the page has a sentence for each. */
export type HandedIn = "keys" | "signed" | "answers" | "texts" | "destroyed";

function takeKeys(text: string): void {
  const keys = readPublicKeys(text);
  // Whoever lays other keys of the operator's here would sign in their name.
  if (keys.custodian !== 2) throw new HandInRefused("not-yours");
  importPublicKeys(keyDirectory(), keys);
}

/** The terms as they were laid out, with a signature of the custodian whose keys are known here. */
async function takeSigned(signed: SignedTerms): Promise<void> {
  const manifest = manifestSchema.safeParse(jsonOf(signed.manifest));
  const quarter = manifest.data?.quarter ?? "";
  if (!isQuarter(quarter)) throw new HandInRefused("damaged");
  if (await findRound(quarter)) throw new RoundRefused("wrong-state");
  const laid = ceremonyPaper(jsonOf(termsLaid(quarter) ?? ""));
  const same = laid?.kind === "terms" && laid.terms.manifest === signed.manifest;
  if (!same || laid.terms.questionnaire !== signed.questionnaire) {
    throw new HandInRefused("outdated");
  }
  const key = publicKeysOf(keyDirectory(), 2)?.signing ?? "";
  const right = await signedBy(key, signed.signature, signed.manifest);
  if (!right) throw new HandInRefused("not-signed");
  laySigned(quarter, signed);
}

/** What belongs to the inbox as it is now; the count asks the same again. */
async function takeAnswers(bytes: Uint8Array): Promise<void> {
  const { quarter, manifestHash, counts } = readExchange(bytes);
  const round = await closedRound(quarter);
  const received = await receivedIn(round);
  const expected = leavesSealed(received, round.issued) ? 0 : received;
  const same = manifestHash === Buffer.from(round.manifestHash).toString("hex");
  if (!same || counts.received !== expected) throw new RoundRefused("exchange-outdated");
  layDown(exchangePlace(quarter), bytes);
}

async function takeTexts(peeled: PeeledTexts): Promise<void> {
  const { round, blob } = await textsToOpen();
  if (peeled.round !== round.quarter || peeled.blob !== blobName(blob)) {
    throw new CodingRefused("outdated");
  }
  writeTextsFile(textsPlace(round.quarter), peeled);
}

async function takeDestroyed({ quarters }: KeysDestroyed, now: Date): Promise<void> {
  const rounds = await allRounds();
  const discarded = discardedQuarters(await readLog());
  const over = (quarter: string) =>
    discarded.has(quarter) ||
    rounds.some((one) => one.quarter === quarter && one.state === "mixed");
  if (!quarters.every(over)) throw new HandInRefused("outdated");
  for (const quarter of quarters) await noteKeyDestroyed(quarter, "custodian2", now);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function takePaper(text: string, { custodian }: Holder, now: Date): Promise<HandedIn> {
  const value = jsonOf(text);
  const format = (value as { format?: unknown } | null | undefined)?.format;
  if (format === "sorti/public-keys/1") {
    takeKeys(text);
    return "keys";
  }
  if (format === "sorti/texts/1") {
    await takeTexts(readPeeledTexts(text));
    return "texts";
  }
  const paper = ceremonyPaper(value);
  if (paper?.kind === "signed") {
    await takeSigned(paper.signed);
    return "signed";
  }
  if (paper?.kind !== "keys-destroyed") throw new HandInRefused("unknown");
  // The operator does not speak for the other custodian's machine.
  if (custodian !== 2) throw new HandInRefused("not-yours");
  await takeDestroyed(paper.destroyed, now);
  return "destroyed";
}

/**
 * Takes a file of custodian 2's after checking that it is whole and belongs to what waits here. The same file twice
 * changes nothing. Throws `HandInRefused`, `RoundRefused`, `KeyRefused` and `CodingRefused`.
 */
export async function handIn(holder: Holder, bytes: Uint8Array, now: Date): Promise<HandedIn> {
  if (Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) !== 0) {
    return takePaper(new TextDecoder().decode(bytes), holder, now);
  }
  await takeAnswers(bytes).catch((cause: unknown) => {
    throw cause instanceof ExchangeDamaged ? new HandInRefused("damaged") : cause;
  });
  return "answers";
}
