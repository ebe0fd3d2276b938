import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Refusal } from "@/lib/cli/refusal";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { type Strength, strengthOf } from "@/lib/keys/strength";
import { suggestedPassphrase } from "@/lib/keys/suggestion";

/** Typed without an echo. */
async function typed(prompt: string): Promise<string> {
  process.stdout.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, next) => next() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const text = await new Promise<string>((resolve) => lines.question("", resolve));
  lines.close();
  process.stdout.write("\n");
  return text;
}

/**
 * A secret: from its setting when a ceremony is scripted, else typed without an echo.
 * It never stands on the command line, where other users of the machine could read it.
 */
async function ask(what: string, name: string): Promise<string> {
  const setting = process.env[name];
  if (setting) return setting;
  if (!process.stdin.isTTY) {
    throw new Refusal(`${what} is needed: type it at a terminal, or set ${name} for this command.`);
  }
  return typed(`${what}: `);
}

/** A custodian's passphrase. */
export function askPassphrase(custodian: 1 | 2): Promise<string> {
  return ask(`Custodian ${custodian}'s passphrase`, `SORTI_PASSPHRASE_${custodian}`);
}

/** The code on a custodian's printed sheet. */
export function askRecoveryCode(custodian: 1 | 2): Promise<string> {
  return ask(`Custodian ${custodian}'s recovery code`, `SORTI_RECOVERY_CODE_${custodian}`);
}

const WHY: Record<NonNullable<Strength["weakness"]>, string> = {
  common: "it is on lists of known passwords or names",
  pattern: "it repeats itself or follows a pattern",
  short: "it has too few words that are not connected",
};

/** A passphrase that is good enough, or a sentence with a better one. */
function checked(passphrase: string): string {
  const { SORTI_REGION, SORTI_OPERATOR } = env();
  const { weakness } = strengthOf(passphrase, [SORTI_REGION, SORTI_OPERATOR]);
  if (weakness === null) return passphrase;
  const better = suggestedPassphrase(translator("sv", "keyWords")("list"), (n) => randomInt(n));
  throw new Refusal(
    `The new passphrase is too easy to guess: ${WHY[weakness]}. Nothing was changed. Take at least five words at random, for example: ${better}`,
  );
}

async function askNew(whose: string, name: string): Promise<string> {
  const first = checked(await ask(`New passphrase of ${whose}`, name));
  if (process.env[name]) return first;
  if ((await typed("The same again: ")) === first) return first;
  throw new Refusal("The two passphrases differ. Nothing was changed; try again.");
}

/** A custodian's new passphrase: good enough, and typed twice. */
export function askNewPassphrase(custodian: 1 | 2): Promise<string> {
  return askNew(`custodian ${custodian}`, `SORTI_NEW_PASSPHRASE_${custodian}`);
}

/** The deputy's, likewise. */
export function askDeputyPassphrase(custodian: 1 | 2): Promise<string> {
  return askNew(`custodian ${custodian}'s deputy`, `SORTI_DEPUTY_PASSPHRASE_${custodian}`);
}
