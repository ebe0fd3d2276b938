import { Command } from "commander";
import { apiKeyCommands } from "@/lib/cli/commands/api-key";
import { attackCommand } from "@/lib/cli/commands/attack";
import { databaseCommands } from "@/lib/cli/commands/database";
import { demoCommand } from "@/lib/cli/commands/demo";
import { importCommands } from "@/lib/cli/commands/import";
import { inviteCommand } from "@/lib/cli/commands/invite";
import { keyCommands } from "@/lib/cli/commands/keys";
import { logCommands } from "@/lib/cli/commands/log";
import { questionnaireCommands } from "@/lib/cli/commands/questionnaire";
import { releaseCommands } from "@/lib/cli/commands/release";
import { remindCommand } from "@/lib/cli/commands/remind";
import { reportCommands } from "@/lib/cli/commands/report";
import { roundCommands } from "@/lib/cli/commands/round";
import { serveCommand } from "@/lib/cli/commands/serve";
import { surveyCommand } from "@/lib/cli/commands/survey";

/** Every command of `sorti`, ready to be run or to be asked what it takes. Nothing is read from the environment. */
export function sortiProgram(): Command {
  const program = new Command("sorti")
    .description("Anonymous exit surveys: rounds, keys, imports, releases, reports.")
    .exitOverride();
  for (const add of [
    databaseCommands,
    importCommands,
    apiKeyCommands,
    inviteCommand,
    remindCommand,
    roundCommands,
    keyCommands,
    questionnaireCommands,
    releaseCommands,
    reportCommands,
    attackCommand,
    logCommands,
    surveyCommand,
    serveCommand,
    demoCommand,
  ]) {
    add(program);
  }
  return program;
}
