import { buffer } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { takeReturn, takeReturns } from "@/lib/cli/mail-returns";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";

/** What a mail server reads as "try again later" (sysexits.h): with another code it would send the return back. */
const TRY_AGAIN = 75;

async function fromFolder(): Promise<string> {
  const { SORTI_RETURNS_DIR: folder } = env();
  if (folder === undefined) {
    throw new Refusal("SORTI_RETURNS_DIR is not set: it names the Maildir with what comes back.");
  }
  const read = await withInstallation(() => takeReturns(folder));
  const count = (what: string) => read.filter((one) => one === what).length;
  const [noted, unknown, other] = [count("noted"), count("unknown"), count("other")];
  return translator("en", "mail-returns")("command.read", { noted, unknown, other });
}

/** One mail on standard input, as a mail server hands it over. */
async function fromPipe(): Promise<void> {
  const raw = await buffer(process.stdin);
  try {
    await withInstallation(() => takeReturn(raw));
  } catch {
    process.stderr.write(`${translator("en", "mail-returns")("command.again")}\n`);
    process.exitCode = TRY_AGAIN;
  }
}

/** `sorti mail-returns` */
export function mailReturnsCommand(program: Command): void {
  program
    .command("mail-returns")
    .description(
      "note what comes back of invitations' mails: one mail on standard input, or those of a folder",
    )
    .addOption(
      new Option("--folder", "read the Maildir SORTI_RETURNS_DIR, as a running server does"),
    )
    .action(async ({ folder = false }: { readonly folder?: boolean }) => {
      if (folder) console.log(await fromFolder());
      else await fromPipe();
    });
}
