import "@/components/survey/survey.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PreviewSurvey } from "@/app/preview/preview-survey";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { termsInForce } from "@/lib/changes/data";
import { env } from "@/lib/env";
import { surveyCatalogues } from "@/lib/i18n/survey-catalogues";
import { dayAt } from "@/lib/quarters/today";
import { questionnaireVersions } from "@/lib/survey/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires.preview");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly hash: string }> };

export default async function PreviewPage({ params }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/preview");
  const { hash } = await params;
  const version = (await questionnaireVersions(actor)).find((one) => one.hash === hash);
  if (!version) notFound();
  const { questionnaire } = version;
  const t = await getTranslations("questionnaires.preview");
  const { k, c } = await termsInForce(actor);
  const { SORTI_REGION: region, SORTI_OPERATOR: operator } = env();
  return (
    <PreviewSurvey
      questionnaire={questionnaire}
      catalogues={surveyCatalogues(questionnaire.languages)}
      around={{ region, operator, limits: { k, c }, today: dayAt(new Date()) }}
      note={t("note", { version: questionnaire.version })}
      back={{ href: `/operator/questionnaires/${hash}`, text: t("back") }}
    />
  );
}
