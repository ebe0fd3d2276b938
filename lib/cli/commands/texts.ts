import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { readingCommands } from "@/lib/cli/commands/reading";
import { quarterOfText } from "@/lib/cli/custodian";
import { askPassphrase } from "@/lib/cli/passphrase";
import { Refusal } from "@/lib/cli/refusal";
import { readTextsFile, removeTextsFile, textsPlace, writeTextsFile } from "@/lib/cli/texts-file";
import { withInstallation } from "@/lib/cli/with-installation";
import {
  allCodings,
  type Coding,
  notNow,
  openCoding,
  textsToOpen,
  waitingTexts,
} from "@/lib/coding/data";
import { giveUpCoding, openTexts, peelTexts } from "@/lib/coding/mutations";
import { MOST_REASON, reasonOf } from "@/lib/discarding/reason";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";

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
    console.log(`${comments} comments wait for two readers: /operator/texts, or sorti texts next`);
  });
}

const IN_WORDS = { open: "being read", finished: "finished", "given-up": "given up unread" };

type GiveUpOptions = { readonly reason: string; readonly confirm?: string };

/** Said before anything is done, to whoever has not confirmed yet. */
const consequences = ({ quarter, comments }: Pick<Coding, "quarter" | "comments">) =>
  `This is for a key that nobody can open any more, with either passphrase, sheet or deputy; try \`sorti keys verify\` with each first. ${comments} comments are destroyed unread, and what readers have written of them. It cannot be undone, and the public log and the next report tell it. If you are sure, repeat the command with --confirm ${quarter}. Nothing was changed.`;

async function giveUp(quarter: Quarter, options: GiveUpOptions): Promise<void> {
  const reason = reasonOf(options.reason);
  if (reason === null) {
    throw new Refusal(
      `Say why with --reason, in at most ${MOST_REASON} characters: it is published in the log. Nothing was changed.`,
    );
  }
  await withInstallation(async () => {
    const coding = await openCoding();
    if (coding?.quarter === quarter && options.confirm !== quarter) {
      throw new Refusal(consequences(coding));
    }
    const operator = commandLineActor("operator", "sorti texts");
    const done = await giveUpCoding(operator, quarter, reason, new Date());
    console.log(
      done
        ? `The comments up to ${quarter} are destroyed unread. The next ones can be opened after the next mix.`
        : `The comments up to ${quarter} were given up before. Nothing was changed.`,
    );
  });
}

async function status(): Promise<void> {
  await withInstallation(async () => {
    const [waits, codings] = [await waitingTexts(), await allCodings()];
    for (const { quarter, state, comments } of codings) {
      console.log(`${quarter}: ${comments} comments, ${IN_WORDS[state]}.`);
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

/** `sorti texts status|peel|open|next|code|approve|return|finish|give-up` */
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
  readingCommands(group);
  group
    .command("give-up <quarter>")
    .description("the comments' key is lost: destroy them unread, so that later ones can be read")
    .requiredOption("--reason <text>", "why; published in the log")
    .option("--confirm <quarter>", "the quarter once more, by whoever has read what is lost")
    .action((text: string, options: GiveUpOptions) => giveUp(quarterOfText(text), options));
}
