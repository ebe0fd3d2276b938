import type { Command } from "commander";
import { openDatabases } from "@/lib/cli/databases";
import { dataDirectory, openInstallation } from "@/lib/cli/installation";

/** `sorti db migrate` */
export function databaseCommands(program: Command): void {
  const group = program.command("db").description("the databases");
  group
    .command("migrate")
    .description("bring both databases to the newest version and let the narrow roles in")
    .action(async () => {
      const databases = await openDatabases(await openInstallation(dataDirectory()));
      await databases.stop();
      console.log("Both databases are at the newest version.");
    });
}
