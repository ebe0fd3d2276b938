import { Command } from "commander";

type Add = (program: Command) => void;

/** A command's first word, and the module that knows it: to read all of them takes longer than most commands do. */
const MODULES: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ["settings", async () => (await import("@/lib/cli/commands/settings")).settingsCommand],
  ["db", async () => (await import("@/lib/cli/commands/database")).databaseCommands],
  ["account", async () => (await import("@/lib/cli/commands/account")).accountCommands],
  ["import", async () => (await import("@/lib/cli/commands/import")).importCommands],
  ["api-key", async () => (await import("@/lib/cli/commands/api-key")).apiKeyCommands],
  ["invite", async () => (await import("@/lib/cli/commands/invite")).inviteCommand],
  [
    "mail-returns",
    async () => (await import("@/lib/cli/commands/mail-returns")).mailReturnsCommand,
  ],
  ["letters", async () => (await import("@/lib/cli/commands/letters")).letterCommands],
  ["remind", async () => (await import("@/lib/cli/commands/remind")).remindCommand],
  ["policy", async () => (await import("@/lib/cli/commands/policy")).policyCommands],
  ["programme", async () => (await import("@/lib/cli/commands/programme")).programmeCommands],
  ["round", async () => (await import("@/lib/cli/commands/round")).roundCommands],
  ["change", async () => (await import("@/lib/cli/commands/change")).changeCommands],
  ["texts", async () => (await import("@/lib/cli/commands/texts")).textsCommands],
  ["keys", async () => (await import("@/lib/cli/commands/keys")).keyCommands],
  ["custodian", async () => (await import("@/lib/cli/commands/custodian")).custodianCommand],
  [
    "questionnaire",
    async () => (await import("@/lib/cli/commands/questionnaire")).questionnaireCommands,
  ],
  ["release", async () => (await import("@/lib/cli/commands/release")).releaseCommands],
  ["report", async () => (await import("@/lib/cli/commands/report")).reportCommands],
  ["attack", async () => (await import("@/lib/cli/commands/attack")).attackCommand],
  ["log", async () => (await import("@/lib/cli/commands/log")).logCommands],
  ["purge", async () => (await import("@/lib/cli/commands/purge")).purgeCommand],
  ["survey", async () => (await import("@/lib/cli/commands/survey")).surveyCommand],
  ["serve", async () => (await import("@/lib/cli/commands/serve")).serveCommand],
  ["demo", async () => (await import("@/lib/cli/commands/demo")).demoCommand],
]);

/**
 * `sorti` with the command that begins with `word`, or with every command when there is none of that name: ready
 * to be run or to be asked what it takes. Nothing is read from the environment.
 */
export async function sortiProgram(word = ""): Promise<Command> {
  const program = new Command("sorti")
    .description("Anonymous exit surveys: rounds, keys, imports, releases, reports.")
    .exitOverride();
  const named = MODULES.get(word);
  for (const load of named ? [named] : MODULES.values()) (await load())(program);
  return program;
}
