import type { Command } from "commander";
import { rolesAreConfigured } from "@/lib/cli/databases";
import { followDemonstration } from "@/lib/cli/demonstration-settings";
import { dataDirectory } from "@/lib/cli/installation";
import { askPassphrase } from "@/lib/cli/passphrase";
import { Refusal } from "@/lib/cli/refusal";
import { createCustodianKeys } from "@/lib/keys/create";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";

/** Keys are made for four rounds at once, so that an absent custodian stops nothing. */
const ROUNDS_AHEAD = 4;

function custodianOf(text: string): 1 | 2 {
  if (text === "1" || text === "2") return Number(text) as 1 | 2;
  throw new Refusal("A custodian is 1 (the operator) or 2 (the data-protection officer or union).");
}

/** A quarter as typed, or a sentence. */
export function quarterOfText(text: string): Quarter {
  if (isQuarter(text)) return text;
  throw new Refusal(`${text} is not a quarter. Write it as 2026-Q3.`);
}

/** `sorti keys create|verify|list` */
export function keyCommands(program: Command): void {
  const group = program.command("keys").description("the custodians' keys");
  group.hook("preAction", () => {
    if (!rolesAreConfigured()) followDemonstration(dataDirectory());
  });
  group
    .command("create <custodian> <first-quarter>")
    .description("make a custodian's keys for four quarters, and print the recovery code once")
    .action(async (who: string, first: string) => {
      const custodian = custodianOf(who);
      const from = quarterOfText(first);
      const quarters = Array.from({ length: ROUNDS_AHEAD }, (_, i) => shiftQuarter(from, i));
      const passphrase = await askPassphrase(custodian);
      const made = await createCustodianKeys({
        dir: keyDirectory(),
        custodian,
        quarters,
        passphrase,
      });
      console.log(`Keys of custodian ${custodian} for ${quarters.join(", ")}.`);
      console.log(`Recovery code, shown only now; print it and seal it: ${made.recoveryCode}`);
      console.log(`Long-term public key, to be built into the page: ${made.signingKey}`);
    });
  group
    .command("verify <custodian> <quarter>")
    .description("check that a passphrase opens a key; changes nothing")
    .action(async (who: string, text: string) => {
      const custodian = custodianOf(who);
      const quarter = quarterOfText(text);
      const passphrase = await askPassphrase(custodian);
      await unlockCustodianKey({ dir: keyDirectory(), custodian, quarter }, { passphrase });
      console.log(`The passphrase opens custodian ${custodian}'s key for ${quarter}.`);
    });
  group
    .command("list")
    .description("which keys are here, with the custodians' public halves")
    .action(() => {
      for (const key of listKeys(keyDirectory())) {
        const publicKey = key.owner === "issuer" ? "" : `\t${key.publicKey}`;
        console.log(`${key.owner}\t${key.use}${publicKey}`);
      }
    });
}
