import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { fromHere } from "@/lib/cli/from-here";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { env } from "@/lib/env";
import { nextVersion } from "@/lib/survey/data";
import { chooseQuestionnaire, storeQuestionnaire } from "@/lib/survey/mutations";
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

/** Stores a document and lets the rounds planned from now on ask it. */
async function storeAndChoose(questionnaire: Questionnaire, now: Date): Promise<void> {
  const actor = commandLineActor("operator", "sorti");
  const stored = await storeQuestionnaire(actor, { questionnaire }, now);
  if (stored.state === "taken") {
    throw new Refusal(
      `Version ${questionnaire.version} is stored already with other content. Give the file version ${stored.free}.`,
    );
  }
  if (stored.state === "moved") return;
  const seen = (await nextVersion(actor)).hash;
  const choice = { hash: stored.hash, seen, region: env().SORTI_REGION };
  if ((await chooseQuestionnaire(actor, choice, now)) === "moved") {
    throw new Refusal(
      "Somebody chose another version just now. Look at the console and try again.",
    );
  }
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
        await storeAndChoose(questionnaire, new Date());
        console.log(`${file} is stored. The next round that is planned asks it.`);
      }),
    );
}
