import type { Command } from "commander";
import { showNext, workOn } from "@/lib/cli/commands/custodian-work";
import { keyDirectory } from "@/lib/keys/directory";
import { removeKeyLeftovers } from "@/lib/keys/leftovers";

type Options = { readonly out?: string };

/** `sorti custodian [FILE]` */
export function custodianCommand(program: Command): void {
  program
    .command("custodian [file]")
    .description(
      "custodian 2, on a machine of their own and without a database: do what a fetched file asks, or say what comes next",
    )
    .option("--out <file>", "where to write what goes back")
    .action(async (file: string | undefined, { out }: Options) => {
      removeKeyLeftovers(keyDirectory(), new Date());
      if (file === undefined) showNext(out);
      else await workOn(file, out);
    });
}
