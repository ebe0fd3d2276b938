import type { Command } from "commander";
import { runServer } from "@/lib/cli/run-server";

/** `sorti serve` */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .description("start the app on databases that are set up already")
    .action(async () => {
      await runServer({ say: (line) => console.log(line) });
    });
}
