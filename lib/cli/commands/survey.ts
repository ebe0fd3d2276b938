import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { buildSurvey } from "@/lib/cli/build-survey";
import { rolesAreConfigured } from "@/lib/cli/databases";
import { followDemonstration } from "@/lib/cli/demonstration-settings";
import { fromHere } from "@/lib/cli/from-here";
import { dataDirectory } from "@/lib/cli/installation";
import { Refusal } from "@/lib/cli/refusal";
import { surveyParties } from "@/lib/cli/survey-parties";

/** Building empties the folder, so it must be new, empty, or one that was built before. */
function assertOurs(folder: string): void {
  const held = existsSync(folder) ? readdirSync(folder) : [];
  if (held.length === 0 || held.includes("headers.json")) return;
  throw new Refusal(`${folder} holds other files, and building would empty it. Name a new folder.`);
}

/** `sorti survey build` */
export function surveyCommand(program: Command): void {
  const group = program.command("survey").description("the survey page");
  group
    .command("build")
    .description("write the page as files for any static host, with the headers that it must send")
    .requiredOption("--out <folder>", "emptied first; serve it under /svar")
    .action(async ({ out }: { readonly out: string }) => {
      if (!rolesAreConfigured()) followDemonstration(dataDirectory());
      const outDir = fromHere(out);
      assertOurs(outDir);
      const parties = surveyParties();
      for (const { file, bytes, gzip } of await buildSurvey({ outDir, ...parties })) {
        console.log(`${path.join(out, file)}: ${bytes} bytes, ${gzip} compressed`);
      }
      console.log(`The page asks ${parties.issuerOrigin ?? "its own origin"} for credentials.`);
      console.log(`The page sends answers to ${parties.collectorOrigin ?? "its own origin"}.`);
      console.log("headers.json says which headers to send; _headers and nginx.conf say the same.");
    });
}
