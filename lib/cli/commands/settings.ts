import type { Command } from "commander";
import { assertOwnNames } from "@/lib/env";
import { settingsReference } from "@/lib/env/reference";

/** `sorti settings` */
export function settingsCommand(program: Command): void {
  program
    .command("settings")
    .description(
      "the reference of all settings; with --check, whether this environment's are usable",
    )
    .option("--check", "validate the settings of this environment and say nothing else")
    .action(({ check }: { readonly check?: boolean }) => {
      if (check) {
        assertOwnNames(process.env);
        console.log("The settings are usable.");
      } else process.stdout.write(settingsReference());
    });
}
