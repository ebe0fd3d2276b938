import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { fromHere } from "@/lib/cli/from-here";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { importQuestionnaire } from "@/lib/survey/mutations";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { readQuestionnaire } from "@/lib/survey/validate";

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(fromHere(file), "utf8"));
  } catch {
    throw new Refusal(
      `${file} cannot be read as JSON. Check the path and the file's brackets and commas.`,
    );
  }
}

function readOrList(file: string): Questionnaire {
  const read = readQuestionnaire(readJson(file));
  if (read.ok) return read.questionnaire;
  for (const problem of read.problems) {
    console.log(`${problem.at}: ${problem.code}${problem.detail ? ` (${problem.detail})` : ""}`);
  }
  throw new Refusal(`${read.problems.length} problems. Nothing was stored.`);
}

/** `sorti questionnaire validate|import FILE` */
export function questionnaireCommands(program: Command): void {
  const group = program.command("questionnaire").description("questionnaire documents");
  group
    .command("validate <file>")
    .description("read a questionnaire document and list every problem at once")
    .action((file: string) => {
      readOrList(file);
      console.log(`${file} is a complete questionnaire.`);
    });
  group
    .command("import <file>")
    .description(
      "use a document from the next planned round on; running and planned rounds keep theirs",
    )
    .action((file: string) =>
      withInstallation(async () => {
        const questionnaire = readOrList(file);
        await importQuestionnaire(commandLineActor("operator", "sorti"), questionnaire, new Date());
        console.log(`${file} is stored. The next round that is planned asks it.`);
      }),
    );
}
