import { getTranslations } from "next-intl/server";
import type { Problem } from "@/lib/survey/problem";

/** Problems in words: where, what, and what to do. */
export async function problemSentences(problems: readonly Problem[]): Promise<readonly string[]> {
  const t = await getTranslations("questionnaire.problem");
  return problems.map(({ code, at, detail }) => t(code, { at, detail }));
}
