import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { askPassphrase } from "@/lib/cli/passphrase";
import { Refusal } from "@/lib/cli/refusal";
import { readTextsFile, removeTextsFile, textsPlace, writeTextsFile } from "@/lib/cli/texts-file";
import { withInstallation } from "@/lib/cli/with-installation";
import { allCodings, notNow, textsToOpen, waitingTexts } from "@/lib/coding/data";
import { openTexts, peelTexts } from "@/lib/coding/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCustodianKey } from "@/lib/keys/unlock";

async function peel(options: { out?: string }): Promise<void> {
  await withInstallation(async () => {
    const quarter = (await textsToOpen()).round.quarter;
    const passphrase = await askPassphrase(2);
    const whose = { dir: keyDirectory(), custodian: 2, quarter } as const;
    const key = await unlockCustodianKey(whose, { passphrase });
    const place = options.out ?? textsPlace(quarter);
    writeTextsFile(place, await peelTexts(commandLineActor("auditor", "sorti texts"), key));
    console.log(`Peeled. The file is ${place}. Next, custodian 1: sorti texts open`);
  });
}

async function open(options: { in?: string }): Promise<void> {
  await withInstallation(async () => {
    const place = options.in ?? textsPlace((await textsToOpen()).round.quarter);
    const peeled = readTextsFile(place);
    if (!peeled) {
      throw new Refusal(
        `${place} cannot be read. Run sorti texts peel first, or name the file with --in.`,
      );
    }
    const secret = { passphrase: await askPassphrase(1) };
    const operator = commandLineActor("operator", "sorti texts");
    const comments = await openTexts(operator, peeled, secret, new Date());
    removeTextsFile(place);
    console.log(`${comments} comments wait for the redaction desk: /operator/texts`);
  });
}

async function status(): Promise<void> {
  await withInstallation(async () => {
    const [waits, codings] = [await waitingTexts(), await allCodings()];
    for (const { quarter, finished, comments } of codings) {
      console.log(`${quarter}: ${comments} comments, ${finished ? "finished" : "being read"}.`);
    }
    const why = notNow(waits, codings);
    const next = {
      "nothing-waits": "No texts wait.",
      "not-now": "Texts wait, and will be opened after the next mix.",
      "opened-before": "Since the last mix the texts have been opened.",
      "coding-open": "The next texts wait until this reading is over.",
    };
    console.log(why ? next[why] : "Texts wait. They can be opened now: sorti texts peel");
  });
}

/** `sorti texts status|peel|open` */
export function textsCommands(program: Command): void {
  const group = program.command("texts").description("what people wrote, for the redaction desk");
  group.command("status").description("what waits, and what is being read").action(status);
  group
    .command("peel")
    .description("custodian 2: take the outer layer off the texts that wait")
    .option("--out <file>", "where to write the file for custodian 1")
    .action(peel);
  group
    .command("open")
    .description("custodian 1: open the texts of groups that may be read")
    .option("--in <file>", "the file from custodian 2")
    .action(open);
}
