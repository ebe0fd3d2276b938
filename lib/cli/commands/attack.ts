import type { Command } from "commander";
import { tableOf } from "@/lib/attack/report";
import { commandLineActor } from "@/lib/auth/command-line";
import { logAttack } from "@/lib/cli/attack-log";
import { selfAttack } from "@/lib/cli/self-attack";
import { withInstallation } from "@/lib/cli/with-installation";

type Options = { readonly json?: boolean; readonly log?: boolean };

async function attack({ json = false, log = false }: Options): Promise<void> {
  const report = await selfAttack("owner");
  console.log(json ? JSON.stringify(report) : tableOf(report));
  if (!report.held) process.exitCode = 1;
  if (!log) return;
  const actor = commandLineActor("operator", "sorti attack");
  const logged = await logAttack(actor, report, "command", new Date());
  const said = logged ? "Logged." : "Not logged: nothing is mixed yet, or today's log says this.";
  if (!json) console.log(said);
}

/** `sorti attack` */
export function attackCommand(program: Command): void {
  program
    .command("attack")
    .description("attack this installation with every right there is; exit 1 on a leak")
    .option("--json", "the figures, for programs")
    .option("--log", "put the figures, not the sentences, into the public log")
    .action((options: Options) => withInstallation(() => attack(options)));
}
