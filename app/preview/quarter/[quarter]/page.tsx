import "@/components/survey/survey.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PreviewSurvey } from "@/app/preview/preview-survey";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { surveyCatalogues } from "@/lib/i18n/survey-catalogues";
import { isQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { findRound } from "@/lib/rounds/data";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { quarterInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires.preview");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly quarter: string }> };

/** A signed quarter's questionnaire as those who leave see it, for HR. It opens without a link, and sends nothing. */
export default async function QuarterPreviewPage({ params }: Props) {
  const actor = await requireHr();
  await recordAccess(actor, "/preview/quarter");
  const { quarter } = await params;
  const round = isQuarter(quarter) ? await findRound(quarter) : null;
  if (!round) notFound();
  const t = await getTranslations("hr-questionnaire.preview");
  const { region, operator, limits } = round.manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(round.signed.questionnaire));
  return (
    <PreviewSurvey
      questionnaire={questionnaire}
      catalogues={surveyCatalogues(questionnaire.languages)}
      around={{ region, operator, limits, today: dayAt(new Date()) }}
      note={t("note", { quarter: quarterInWords(round.quarter, localeOf(await getLocale())) })}
      back={{ href: "/hr/questionnaire", text: t("back") }}
    />
  );
}
