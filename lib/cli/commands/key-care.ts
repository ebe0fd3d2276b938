import { type Command, Option } from "commander";
import { noteDrill } from "@/lib/ceremony/mutations";
import { custodianOfText, holderOf } from "@/lib/cli/custodian";
import { removeExchangeLeftovers } from "@/lib/cli/exchange-leftovers";
import {
  askDeputyPassphrase,
  askNewPassphrase,
  askPassphrase,
  askRecoveryCode,
} from "@/lib/cli/passphrase";
import { Refusal } from "@/lib/cli/refusal";
import { inLog, withInstallation } from "@/lib/cli/with-installation";
import { destroyCustodianKeys } from "@/lib/closing/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { drill } from "@/lib/keys/drill";
import { recover, removeDeputy, renewSheet, setDeputy } from "@/lib/keys/rewrap";
import type { Secret } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";

const listed = (quarters: readonly Quarter[]) =>
  quarters.length > 0 ? quarters.join(", ") : "no round, only the long-term key";

async function secretOf(custodian: 1 | 2, recovery: boolean): Promise<Secret> {
  return recovery
    ? { recoveryCode: await askRecoveryCode(custodian) }
    : { passphrase: await askPassphrase(custodian) };
}

async function verify(who: string, options: { recovery?: boolean }): Promise<void> {
  const custodian = custodianOfText(who);
  const dir = keyDirectory();
  const secret = await secretOf(custodian, options.recovery === true);
  const shown = await drill({ dir, custodian }, secret);
  const what = options.recovery ? "The sheet works" : "The passphrase works";
  console.log(`${what}: custodian ${custodian} has the keys of ${listed(shown.proved)}.`);
  if (shown.notOpened.length > 0) {
    console.log(`Made at another ceremony and not tried: ${listed(shown.notOpened)}.`);
  }
  const note = async () => {
    await noteDrill(holderOf(custodian), secret, shown, new Date());
    return true;
  };
  if (!(await inLog(note))) {
    throw new Refusal(
      "The drill went well, but its date could not be noted in the public log: no database was reached from here.",
    );
  }
  console.log("The date is noted in the public log. No key was changed.");
}

async function recoverCommand(who: string): Promise<void> {
  const custodian = custodianOfText(who);
  const dir = keyDirectory();
  const recoveryCode = await askRecoveryCode(custodian);
  // Tried first: nobody makes up a passphrase for a sheet that opens nothing.
  await drill({ dir, custodian }, { recoveryCode });
  const passphrase = await askNewPassphrase(custodian);
  const quarters = await recover({ dir, custodian }, recoveryCode, passphrase);
  console.log(
    `Custodian ${custodian}'s new passphrase opens ${listed(quarters)}. The old one opens nothing any more; the sheet still works.`,
  );
}

async function sheet(who: string): Promise<void> {
  const custodian = custodianOfText(who);
  const secret = await secretOf(custodian, false);
  const made = await renewSheet({ dir: keyDirectory(), custodian }, secret);
  console.log(`Recovery code, shown only now; print it and seal it: ${made.recoveryCode}`);
  console.log(`It opens ${listed(made.quarters)}. Earlier sheets for them open nothing any more.`);
}

async function deputy(who: string, options: { remove?: boolean }): Promise<void> {
  const custodian = custodianOfText(who);
  const whose = { dir: keyDirectory(), custodian };
  const secret = await secretOf(custodian, false);
  await drill(whose, secret);
  const quarters = options.remove
    ? await removeDeputy(whose, secret)
    : await setDeputy(whose, secret, await askDeputyPassphrase(custodian));
  console.log(
    options.remove
      ? `The deputy's passphrase opens nothing here any more. An old copy of the key files would still open ${listed(quarters)}.`
      : `The deputy's passphrase opens ${listed(quarters)} too.`,
  );
}

async function destroy(): Promise<void> {
  const n = await withInstallation(async () => {
    // On a machine of the custodian's own no server puts away what the peel left.
    await removeExchangeLeftovers(new Date());
    return destroyCustodianKeys(new Date());
  });
  console.log(
    n > 0
      ? `Destroyed ${n} key files of rounds that are mixed. It is noted in the public log.`
      : "There is no key of a mixed round on this machine.",
  );
}

/** `sorti keys verify|recover|sheet|deputy|destroy`: what is done with keys that exist. */
export function keyCareCommands(group: Command): void {
  group
    .command("verify <custodian>")
    .description(
      "a drill: prove that the keys of every round open; changes nothing, noted in the log",
    )
    .addOption(new Option("--recovery", "with the code on the printed sheet"))
    .action(verify);
  group
    .command("recover <custodian>")
    .description("set a new passphrase with the code on the printed sheet")
    .action(recoverCommand);
  group
    .command("sheet <custodian>")
    .description("make a new recovery code instead of one that is lost or was seen")
    .action(sheet);
  group
    .command("deputy <custodian>")
    .description("give the custodian's deputy a passphrase for the same keys")
    .addOption(new Option("--remove", "take it away"))
    .action(deputy);
  group
    .command("destroy")
    .description(
      "destroy this machine's keys of rounds that are mixed; finishes what was interrupted",
    )
    .action(destroy);
}
