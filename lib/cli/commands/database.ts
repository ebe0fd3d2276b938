import type { Command } from "commander";
import { openDatabases } from "@/lib/cli/databases";
import { dataDirectory, openInstallation } from "@/lib/cli/installation";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { databaseUrl, isPart, ownParts } from "@/lib/env";

const WHICH = {
  both: "Both databases are",
  issuer: "The employer's database is",
  collector: "The external party's database is",
} as const;

/** `sorti db migrate|reader` */
export function databaseCommands(program: Command): void {
  const group = program.command("db").description("the databases");
  group
    .command("migrate")
    .description("bring this party's databases to the newest version and let the narrow roles in")
    .action(async () => {
      const databases = await openDatabases(await openInstallation(dataDirectory()));
      await databases.stop();
      console.log(`${WHICH[ownParts()]} at the newest version.`);
    });
  group
    .command("reader")
    .description(
      "print the connection by which the issuer reads what is released; for its settings",
    )
    .action(async () => {
      if (!isPart("collector")) throw new Refusal("The collector's machine gives it out.");
      await withInstallation(async () =>
        console.log(`DATABASE_URL_READER=${databaseUrl("reader")}`),
      );
    });
}
