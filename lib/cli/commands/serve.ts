import type { Command } from "commander";
import { startServer, untilStopped } from "@/lib/cli/run-server";
import { withInstallation } from "@/lib/cli/with-installation";
import { env, isDemo } from "@/lib/env";

/** `sorti serve` */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .description("start the app on databases that are set up already")
    .action(() =>
      withInstallation(async () => {
        const server = await startServer((line) => console.log(line), {
          catchMail: isDemo() && process.env["SMTP_URL"] === undefined,
        });
        console.log(`Sorti answers on ${env().SORTI_ORIGIN}`);
        await untilStopped();
        await server.stop();
      }),
    );
}
