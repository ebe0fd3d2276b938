import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Refusal } from "@/lib/cli/refusal";

/**
 * A custodian's passphrase: from the setting when a ceremony is scripted, else typed without an echo.
 * It never stands on the command line, where other users of the machine could read it.
 */
export async function askPassphrase(custodian: 1 | 2): Promise<string> {
  const setting = process.env[`SORTI_PASSPHRASE_${custodian}`];
  if (setting) return setting;
  if (!process.stdin.isTTY) {
    throw new Refusal(
      `Custodian ${custodian}'s passphrase is needed: type it at a terminal, or set SORTI_PASSPHRASE_${custodian} for this command.`,
    );
  }
  process.stdout.write(`Passphrase of custodian ${custodian}: `);
  const silent = new Writable({ write: (_chunk, _encoding, next) => next() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await new Promise<string>((resolve) => lines.question("", resolve));
  lines.close();
  process.stdout.write("\n");
  return typed;
}
