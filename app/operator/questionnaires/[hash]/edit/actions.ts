"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import type { EditReply } from "@/app/operator/questionnaires/reply";
import { placeLabels, problemSentences } from "@/app/operator/questionnaires/sentences";
import { requireOperator } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { questionnaireVersions } from "@/lib/survey/data";
import { storeQuestionnaire } from "@/lib/survey/mutations";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { allBlocks, allTexts, type Place, withTexts } from "@/lib/survey/texts";
import { readQuestionnaire } from "@/lib/survey/validate";
import { nextNumber } from "@/lib/survey/version";
import { wording } from "@/lib/survey/wording";

type Problems = EditReply["problems"];

/** What was typed, by the path of its text; browsers send line breaks as two characters. */
function typedIn(form: FormData, places: readonly Place[]): Record<string, string> {
  return Object.fromEntries(
    places.flatMap(({ path }) => {
      const value = form.get(path);
      return typeof value === "string" ? [[path, value.replaceAll("\r\n", "\n").trim()]] : [];
    }),
  );
}

/** Fields left empty, each named as beside it, with the question it belongs to. */
async function emptied(typed: Record<string, string>, base: Questionnaire): Promise<Problems> {
  const t = await getTranslations("questionnaires.edit");
  const locale = localeOf(await getLocale());
  const labelled = await placeLabels();
  return allBlocks(base).flatMap(({ item, places }) =>
    places
      .filter(({ path }) => typed[path] === "")
      .map((place) => {
        const named = { label: labelled(place), question: item ? wording(item.text, locale) : "" };
        return { id: place.path, text: t(item ? "emptyIn" : "empty", named) };
      }),
  );
}

async function whollyWrong(questionnaire: Questionnaire): Promise<Problems> {
  const read = readQuestionnaire(questionnaire);
  if (read.ok) return [];
  const places = allTexts(questionnaire);
  const sentences = await problemSentences(read.problems);
  return read.problems.map(({ at }, n) => ({
    id: places.find((place) => place.at === at)?.path ?? "title",
    text: sentences[n] ?? "",
  }));
}

/** Saves other words in one language as a new version; whatever stands in the way comes back with the words. */
export async function saveTexts(_last: EditReply, sent: FormData): Promise<EditReply> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const t = await getTranslations("questionnaires.edit");
  const [hash, language, seen] = ["hash", "language", "seen"].map((name) => String(form.get(name)));
  const versions = await questionnaireVersions(actor);
  const base = versions.find((one) => one.hash === hash)?.questionnaire;
  if (!base?.languages.includes(language ?? "")) redirect("/operator/questionnaires");
  const places = allTexts(base);
  const typed = typedIn(form, places);
  const back = (problems: Problems, newest = seen ?? ""): EditReply => {
    return { seen: newest, problems, typed };
  };
  const empty = await emptied(typed, base);
  if (empty.length > 0) return back(empty);
  const changed = withTexts(base, language ?? "", typed);
  if (JSON.stringify(changed) === JSON.stringify(base)) {
    return back([{ id: "title", text: t("unchanged") }]);
  }
  const questionnaire = { ...changed, version: nextNumber(base.id, versions) };
  const wrong = await whollyWrong(questionnaire);
  if (wrong.length > 0) return back(wrong);
  const stored = await storeQuestionnaire(actor, { questionnaire, seen: seen ?? "" }, new Date());
  if (stored.state === "stored" || stored.state === "known") {
    redirect(`/operator/questionnaires/${stored.hash}?said=${stored.state}`);
  }
  const [newest] = await questionnaireVersions(actor);
  const version = newest?.questionnaire.version ?? 0;
  return back([{ id: "title", text: t("moved", { version }) }], newest?.hash);
}
