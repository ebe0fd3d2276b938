import { readFileSync, writeFileSync } from "node:fs";
import { ceremonyPaper, type TextsToPeel } from "@/lib/ceremony/terms";
import { signTerms } from "@/lib/cli/commands/sign";
import { withFile, writeExchangeFile } from "@/lib/cli/exchange-file";
import { fromHere } from "@/lib/cli/from-here";
import { askPassphrase } from "@/lib/cli/passphrase";
import { progressLine } from "@/lib/cli/progress-line";
import { Refusal } from "@/lib/cli/refusal";
import { peelTextsGathered } from "@/lib/coding/mutations";
import { peeledTextsFile } from "@/lib/coding/peeled-texts";
import { keyDirectory } from "@/lib/keys/directory";
import { ownPublicKeys } from "@/lib/keys/public-keys";
import { destroyRoundKeys } from "@/lib/keys/rounds";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import { openToPeel, type ToPeel } from "@/lib/mixing/to-peel";
import { peelGathered } from "@/lib/peeling/mutations";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { signedBy } from "@/lib/rounds/check";
import { manifestSchema } from "@/lib/rounds/manifest";
import { isLogFile, type LogFile } from "@/lib/transparency/log-file";
import { discardedQuarters, toldBy } from "@/lib/transparency/told";
import { verifyLog } from "@/lib/transparency/verify";

/** Custodian 2's work on a machine that has their keys and nothing else: a file comes, a file goes back. */

const HAND_IN = "Hand it in on the page /auditor/ceremony, or send it to the operator.";

/** Written readable by its owner only. Returns the name as it is to be handed on. */
function give(place: string, value: object): void {
  writeFileSync(fromHere(place), `${JSON.stringify(value)}\n`, { mode: 0o600 });
}

function ownKeys() {
  const keys = ownPublicKeys(keyDirectory(), 2);
  if (!keys) {
    throw new Refusal(
      "This machine has no keys of custodian 2. Make them: sorti keys create 2 QUARTER",
    );
  }
  return keys;
}

/** Custodian 2's machine opens nothing under terms that it has not signed itself. */
async function assertOwnSignature(...signed: readonly ToPeel["round"][]): Promise<void> {
  const { signing } = ownKeys();
  for (const { manifest, signatures } of signed) {
    if (await signedBy(signing, signatures[1], manifest)) continue;
    throw new Refusal(
      "The file names terms that this machine's key has not signed. Nothing was opened. Ask the operator why.",
    );
  }
}

async function peelAnswers(place: string, out: string | undefined): Promise<void> {
  await withFile(place, async (stored) => {
    const work = openToPeel(stored);
    await assertOwnSignature(work.round, work.next);
    const { quarter } = work;
    if (manifestSchema.parse(JSON.parse(work.round.manifest)).quarter !== quarter) {
      throw new Refusal("The file names another quarter than its terms. Nothing was opened.");
    }
    console.log(`${quarter}: ${work.rows} answers, each sealed to both custodians.`);
    const passphrase = await askPassphrase(2);
    const whose = { dir: keyDirectory(), custodian: 2, quarter } as const;
    const key = await unlockCustodianKey(whose, { passphrase });
    const peeled = await peelGathered(work, key, progressLine());
    const to = out ?? `${quarter}.exchange`;
    const checksum = writeExchangeFile(fromHere(to), peeled);
    peeled.close();
    console.log(
      `Your layer is off and the order is shuffled. The file is ${to}, checksum ${checksum.slice(0, 16)}. ${HAND_IN} Then delete both files here.`,
    );
  });
}

async function peelComments(texts: TextsToPeel, out: string | undefined): Promise<void> {
  const { round: quarter } = texts;
  const passphrase = await askPassphrase(2);
  const whose = { dir: keyDirectory(), custodian: 2, quarter } as const;
  const key = await unlockCustodianKey(whose, { passphrase });
  const to = out ?? `${quarter}.texts`;
  const blob = Buffer.from(texts.blob, "base64");
  const hash = Buffer.from(texts.manifestHash, "hex");
  const peeled = peelTextsGathered(quarter, blob, hash, key);
  writeFileSync(fromHere(to), peeledTextsFile(peeled), { mode: 0o600 });
  console.log(
    `Your layer is off the comments; nobody can read them yet. The file is ${to}. ${HAND_IN}`,
  );
}

/**
 * The quarters whose keys nothing needs any more, and of which the log does not tell yet that custodian 2's are gone:
 * a run that was interrupted after it destroyed them is finished by the next.
 */
function spent({ entries }: LogFile): readonly Quarter[] {
  const over = entries.filter(({ kind }) => kind === "mixed" || kind === "carried-over");
  const done = new Set([...over.map((one) => toldBy(one).quarter), ...discardedQuarters(entries)]);
  const gone = entries.filter(({ kind }) => kind === "key-destroyed").map(toldBy);
  const told = gone.filter(({ of }) => of === "custodians" || of === "custodian2");
  return [...done]
    .filter((quarter) => !told.some((one) => one.quarter === quarter))
    .filter(isQuarter)
    .sort();
}

async function destroySpent(log: LogFile, out: string | undefined): Promise<void> {
  const own = ownKeys();
  const first = log.custodianKeys?.[0] ?? "";
  const { broken } = await verifyLog(log, { keys: [first, own.signing] });
  if (broken) {
    throw new Refusal(
      `The log is broken at entry ${broken.seq}. No key was destroyed. Tell the auditor.`,
    );
  }
  const quarters = spent(log);
  if (quarters.length === 0) {
    console.log("The log tells of no mixed round whose keys are left. Nothing was changed.");
    return;
  }
  for (const quarter of quarters) destroyRoundKeys(keyDirectory(), quarter);
  const to = out ?? `${quarters.at(-1)}.destroyed`;
  give(to, { format: "sorti/keys-destroyed/1", custodian: 2, quarters });
  console.log(
    `The keys of ${quarters.join(", ")} are destroyed: nobody can open those answers again. The file is ${to}. ${HAND_IN} It puts a line into the public log.`,
  );
}

function jsonIn(place: string): unknown {
  try {
    return JSON.parse(readFileSync(place, "utf8"));
  } catch {
    return null;
  }
}

/** Does with a file what it asks of custodian 2. Shows what it is before any passphrase is asked for. */
export async function workOn(file: string, out: string | undefined): Promise<void> {
  const place = fromHere(file);
  const value = jsonIn(place);
  if (value === null) return peelAnswers(place, out);
  const paper = ceremonyPaper(value);
  if (paper?.kind === "terms") {
    const signed = await signTerms(paper.terms);
    const { quarter } = manifestSchema.parse(JSON.parse(signed.manifest));
    const to = out ?? `${quarter}.signed`;
    give(to, signed);
    console.log(`Signed. The file is ${to}. ${HAND_IN}`);
    return;
  }
  if (paper?.kind === "texts-to-peel") return peelComments(paper.texts, out);
  if (isLogFile(value)) return destroySpent(value, out);
  throw new Refusal(
    `${file} is none of the files that custodian 2 gets. Fetch it once more from /auditor/ceremony. Nothing was changed.`,
  );
}

/** What is here, and what comes next; the public keys are laid out to be handed in. */
export function showNext(out: string | undefined): void {
  const keys = ownKeys();
  const quarters = Object.keys(keys.rounds).filter(isQuarter).sort();
  const to = out ?? "custodian-2.keys";
  give(to, keys);
  console.log(
    [
      `You are custodian 2, with keys for ${quarters.join(", ") || "no quarter"} on this machine.`,
      `Long-term key, to be read to the operator on the telephone: ${keys.signing}`,
      `1. Your public keys are in ${to}. ${HAND_IN}`,
      "2. Before each quarter: fetch its terms from /auditor/ceremony, run sorti custodian FILE, read, sign, hand in.",
      "3. After each quarter: fetch what is to be opened, run sorti custodian FILE, hand in.",
      "4. When the operator has counted: fetch /log/log.json and run sorti custodian FILE; your keys for the quarter are destroyed.",
      "Never type your passphrase into a page. Nothing here needs a connection to the operator's machine.",
    ].join("\n"),
  );
}
