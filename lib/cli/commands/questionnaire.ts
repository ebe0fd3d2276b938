import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { fromHere } from "@/lib/cli/from-here";
import { Refusal } from "@/lib/cli/refusal";
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

/** `sorti questionnaire validate FILE` */
export function questionnaireCommands(program: Command): void {
  const group = program.command("questionnaire").description("questionnaire documents");
  group
    .command("validate <file>")
    .description("read a questionnaire document and list every problem at once")
    .action((file: string) => {
      const read = readQuestionnaire(readJson(file));
      if (read.ok) {
        console.log(`${file} is a complete questionnaire.`);
        return;
      }
      for (const problem of read.problems) {
        console.log(
          `${problem.at}: ${problem.code}${problem.detail ? ` (${problem.detail})` : ""}`,
        );
      }
      throw new Refusal(`${read.problems.length} problems. Nothing was stored.`);
    });
}
