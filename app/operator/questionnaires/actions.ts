"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import { type ImportReply, MAX_FILE } from "@/app/operator/questionnaires/reply";
import { problemSentences } from "@/app/operator/questionnaires/sentences";
import { requireOperator } from "@/lib/auth/require";
import { env } from "@/lib/env";
import { readJsonDocument } from "@/lib/survey/json-document";
import { chooseQuestionnaire, storeQuestionnaire } from "@/lib/survey/mutations";
import { readQuestionnaire } from "@/lib/survey/validate";

const pageOf = (hash: string, said: string) =>
  redirect(`/operator/questionnaires/${encodeURIComponent(hash)}?said=${said}`);

/** Stores a file's questionnaire as a version and leads to its page, or lists every problem. */
export async function importFile(_last: ImportReply, sent: FormData): Promise<ImportReply> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const t = await getTranslations("questionnaires.import");
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    return { fileName: "", problems: [t("noFile")] };
  }
  const refused = (problems: readonly string[]): ImportReply => ({ fileName: file.name, problems });
  if (file.size > MAX_FILE) return refused([t("tooLarge")]);
  const json = readJsonDocument(await file.text());
  if (!json.ok) return refused(await problemSentences([json.problem]));
  const read = readQuestionnaire(json.value);
  if (!read.ok) return refused(await problemSentences(read.problems));
  const { questionnaire } = read;
  const stored = await storeQuestionnaire(actor, { questionnaire }, new Date());
  if (stored.state === "taken") {
    return refused([t("taken", { version: questionnaire.version, free: stored.free })]);
  }
  return pageOf(stored.state === "moved" ? stored.newest : stored.hash, stored.state);
}

/** Lets the rounds planned from now on ask a version. */
export async function choose(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const [hash, seen] = [String(form.get("hash")), String(form.get("seen"))];
  const choice = { hash, seen, region: env().SORTI_REGION };
  pageOf(hash, await chooseQuestionnaire(actor, choice, new Date()));
}
