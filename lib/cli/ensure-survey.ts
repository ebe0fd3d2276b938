import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SurveyBuild } from "@/lib/cli/build-survey";

/**
 * Builds the survey page unless what lies there was made by this very build of the app, with these keys and addresses:
 * making it anew takes a third of a start. `build`: what tells builds of the app apart; null makes the page in any case.
 */
export async function ensureSurvey(options: SurveyBuild, build: string | null): Promise<void> {
  const { outDir } = options;
  const made = `${outDir}.made`;
  const wanted = createHash("sha256")
    .update(JSON.stringify([build, options]))
    .digest("hex");
  const whole = existsSync(made) && existsSync(path.join(outDir, "headers.json"));
  if (build !== null && whole && readFileSync(made, "utf8") === wanted) return;
  // First: a start that is interrupted now leaves a page that counts for none.
  rmSync(made, { force: true });
  const { buildSurvey } = await import("@/lib/cli/build-survey");
  await buildSurvey(options);
  writeFileSync(made, wanted);
}
