import { type Command, Option } from "commander";
import { ROUNDS_AHEAD } from "@/lib/ceremony/ahead";
import { noteCreated } from "@/lib/ceremony/mutations";
import { keyCareCommands } from "@/lib/cli/commands/key-care";
import { publicKeyCommands } from "@/lib/cli/commands/public-keys";
import { custodianOfText, holderOf, quarterOfText } from "@/lib/cli/custodian";
import { rolesAreConfigured } from "@/lib/cli/databases";
import { followDemonstration } from "@/lib/cli/demonstration-settings";
import { exchangeFiles } from "@/lib/cli/exchange-leftovers";
import { dataDirectory } from "@/lib/cli/installation";
import { askDeputyPassphrase, askNewPassphrase, askPassphrase } from "@/lib/cli/passphrase";
import { inLog } from "@/lib/cli/with-installation";
import { createCustodianKeys } from "@/lib/keys/create";
import { readKeyFile } from "@/lib/keys/custodian-file";
import { keyDirectory } from "@/lib/keys/directory";
import { removeKeyLeftovers } from "@/lib/keys/leftovers";
import { KeyRefused } from "@/lib/keys/refused";
import { listKeys } from "@/lib/keys/rounds";
import { shiftQuarter } from "@/lib/quarters/quarter";

/** Said before anything is made. */
const WHAT_IS_LOST =
  "Before you begin: whoever loses both the passphrase and the recovery sheet loses the answers. Those of these rounds, and everything that waits, can then never be opened by anybody; the report goes out on its date with turnover only.";

async function create(who: string, first: string, wish: { deputy?: boolean }): Promise<void> {
  const custodian = custodianOfText(who);
  const from = quarterOfText(first);
  const quarters = Array.from({ length: ROUNDS_AHEAD }, (_, i) => shiftQuarter(from, i));
  const dir = keyDirectory();
  // Before anybody makes up a passphrase for nothing.
  if (quarters.some((quarter) => readKeyFile(dir, custodian, quarter))) {
    throw new KeyRefused("exists");
  }
  console.log(WHAT_IS_LOST);
  const signing = readKeyFile(dir, custodian, "signing") !== null;
  const signingSecret = signing ? { passphrase: await askPassphrase(custodian) } : undefined;
  const passphrase = await askNewPassphrase(custodian);
  const deputyPassphrase = wish.deputy ? await askDeputyPassphrase(custodian) : undefined;
  const made = await createCustodianKeys({
    dir,
    custodian,
    quarters,
    passphrase,
    ...(deputyPassphrase && { deputyPassphrase }),
    ...(signingSecret && { signingSecret }),
  });
  console.log(`Keys of custodian ${custodian} for ${quarters.join(", ")}.`);
  console.log(`Recovery code, shown only now; print it and seal it: ${made.recoveryCode}`);
  console.log(`Try the sheet before you put it away: sorti keys verify ${custodian} --recovery`);
  console.log(`Long-term public key, to be built into the page: ${made.signingKey}`);
  const note = () => noteCreated(holderOf(custodian), made, new Date());
  if (!(await inLog(note)))
    console.error("No database was reached: the public log does not tell of these keys.");
}

/** On a machine without a server nobody else does. */
function putAway(): void {
  const n = removeKeyLeftovers(keyDirectory(), new Date());
  if (n > 0)
    console.error(`An earlier run was interrupted: ${n} unfinished key files are removed.`);
}

/** `sorti keys create|verify|recover|sheet|deputy|destroy|list` */
export function keyCommands(program: Command): void {
  const group = program.command("keys").description("the custodians' keys");
  group.hook("preAction", () => {
    if (!rolesAreConfigured()) followDemonstration(dataDirectory());
    putAway();
  });
  group
    .command("create <custodian> <first-quarter>")
    .description("make a custodian's keys for four quarters, and print the recovery code once")
    .addOption(new Option("--deputy", "ask for a second passphrase, for the custodian's deputy"))
    .action(create);
  keyCareCommands(group);
  publicKeyCommands(group);
  group
    .command("list")
    .description("which keys are here, with the custodians' public halves")
    .action(() => {
      for (const key of listKeys(keyDirectory())) {
        const publicKey = key.owner === "issuer" ? "" : `\t${key.publicKey}`;
        console.log(`${key.owner}\t${key.use}${publicKey}`);
      }
      for (const file of exchangeFiles()) {
        console.error(
          `${file} lies here, between peel and count. When its quarter is counted, sorti keys destroy removes it.`,
        );
      }
    });
}
