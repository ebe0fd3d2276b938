import type { Command } from "commander";
import { speakOwnWordsOnly } from "@/lib/cli/own-words";
import { startServer, untilStopped } from "@/lib/cli/run-server";
import { withInstallation } from "@/lib/cli/with-installation";
import { assertOwnNames, isDemo } from "@/lib/env";

/** `sorti serve` */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .description("start the app on databases that are set up already")
    .action(async () => {
      // What is wrong with the settings is said before anything is opened.
      assertOwnNames(process.env);
      speakOwnWordsOnly();
      await withInstallation(async () => {
        const catchMail = isDemo() && process.env["SMTP_URL"] === undefined;
        const server = await startServer({ catchMail });
        await untilStopped();
        await server.stop();
      });
    });
}
