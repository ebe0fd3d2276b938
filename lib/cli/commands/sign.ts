import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { OperatorActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import {
  type CeremonyPaper,
  ceremonyPaper,
  type SignedTerms,
  type Terms,
} from "@/lib/ceremony/terms";
import { quarterOfText } from "@/lib/cli/custodian";
import { fromHere } from "@/lib/cli/from-here";
import { HandInRefused } from "@/lib/cli/hand-in-refused";
import { manifestInWords } from "@/lib/cli/manifest-in-words";
import { askPassphrase } from "@/lib/cli/passphrase";
import { draftNextQuarter } from "@/lib/cli/plan-quarter";
import { assertCurrent, planWithSignature } from "@/lib/cli/plan-signed";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { keyDirectory } from "@/lib/keys/directory";
import { ownPublicKeys } from "@/lib/keys/public-keys";
import { signingKeys } from "@/lib/keys/signing-keys";
import { unlockSigningKey } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";
import { findRound } from "@/lib/rounds/data";
import { manifestSchema } from "@/lib/rounds/manifest";
import { signManifest } from "@/lib/rounds/sign";

function paperIn(file: string): CeremonyPaper | null {
  try {
    return ceremonyPaper(JSON.parse(readFileSync(fromHere(file), "utf8")));
  } catch {
    return null;
  }
}

const unreadable = (file: string) =>
  new Refusal(`${file} cannot be read, or is no such file. Nothing was changed.`);

const write = (file: string, value: object) =>
  writeFileSync(fromHere(file), `${JSON.stringify(value)}\n`);

async function draft(quarter: Quarter, file: string): Promise<void> {
  await withInstallation(async () => {
    if (await findRound(quarter)) throw new Refusal(`${quarter} is signed already.`);
    const operator = commandLineActor("operator", "sorti round draft");
    const { manifest, questionnaire } = await draftNextQuarter(operator, quarter);
    write(file, { manifest, questionnaire });
    console.log(
      `${quarter}: the manifest is in ${file}, unsigned. Custodian 2: sorti round sign ${file}`,
    );
  });
}

/**
 * Custodian 2's own machine: no database, no other key. What is signed is shown first, field by field. Returns what
 * goes back to the operator.
 */
export async function signTerms({ manifest: text, questionnaire }: Terms): Promise<SignedTerms> {
  const words = manifestInWords(text, questionnaire);
  const manifest = manifestSchema.parse(JSON.parse(text));
  const dir = keyDirectory();
  const own = ownPublicKeys(dir, 2)?.rounds[quarterOfText(manifest.quarter)];
  if (own === undefined || own !== manifest.custodianKeys[1]) {
    throw new Refusal(
      `The manifest does not name the key that this machine has for ${manifest.quarter}. Nothing was signed.`,
    );
  }
  console.log(words);
  const secret = { passphrase: await askPassphrase(2) };
  const signature = signManifest(text, await unlockSigningKey({ dir, custodian: 2 }, secret));
  return { manifest: text, questionnaire, signature };
}

async function sign(file: string, options: { out: string }): Promise<void> {
  const paper = paperIn(file);
  if (paper?.kind !== "terms") throw unreadable(file);
  const signed = await signTerms(paper.terms);
  write(options.out, signed);
  const { quarter } = manifestSchema.parse(JSON.parse(signed.manifest));
  console.log(
    `Signed. Next, on custodian 1's machine: sorti round open ${quarter} --signature ${options.out}`,
  );
}

/** Puts custodian 1's signature beside custodian 2's, and plans the round if a page would believe both. */
export async function planSigned(
  actor: OperatorActor,
  quarter: Quarter,
  file: string,
  now: Date,
): Promise<void> {
  if (await findRound(quarter)) return;
  const paper = paperIn(file);
  if (paper?.kind !== "signed") throw unreadable(file);
  if (!signingKeys(keyDirectory()))
    throw new Refusal("Custodian 2's public keys are not here. sorti keys import-public FILE");
  const { signed } = paper;
  console.log(manifestInWords(signed.manifest, signed.questionnaire));
  await assertCurrent(actor, quarter, signed).catch((cause: unknown) => {
    if (!(cause instanceof HandInRefused)) throw cause;
    throw new Refusal(
      `What custodian 2 signed is not what ${quarter} would be now: the region has changed since, or the file. Make a new draft. Nothing was changed.`,
    );
  });
  await planWithSignature(actor, quarter, signed, { passphrase: await askPassphrase(1) }, now);
}

/** `sorti round draft|sign` */
export function signingCommands(group: Command): void {
  group
    .command("draft <quarter> <file>")
    .description("write the unsigned manifest to a file, for custodian 2's own machine")
    .action((text: string, file: string) => draft(quarterOfText(text), file));
  group
    .command("sign <file>")
    .description("custodian 2: show what the manifest says, and sign it")
    .requiredOption("--out <file>", "where to write what was signed")
    .action(sign);
}
