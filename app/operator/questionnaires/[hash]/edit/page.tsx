import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditForm } from "@/app/operator/questionnaires/[hash]/edit/edit-form";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { questionnaireVersions } from "@/lib/survey/data";
import { frameTexts, type Place, sectionTexts } from "@/lib/survey/texts";
import { wording } from "@/lib/survey/wording";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires.edit");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly hash: string }>;
  readonly searchParams: Promise<{ readonly language?: string }>;
};

export default async function EditPage({ params, searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/questionnaires/edit");
  const { hash } = await params;
  const { language = "" } = await searchParams;
  const versions = await questionnaireVersions(actor);
  const questionnaire = versions.find((one) => one.hash === hash)?.questionnaire;
  if (!questionnaire?.languages.includes(language)) notFound();
  const t = await getTranslations("questionnaires");
  const [first = ""] = questionnaire.languages;
  const named = (code: string) => (t.has(`languages.${code}`) ? t(`languages.${code}`) : code);
  const field = ({ at, path, text }: Place) => ({
    path,
    label: at,
    hint: language === first ? "" : (text[first] ?? ""),
    value: text[language] ?? "",
  });
  const groups = [
    {
      name: t("edit.frame"),
      context: t("edit.frameContext"),
      texts: frameTexts(questionnaire).map(field),
    },
    ...questionnaire.sections.map((section, n) => ({
      name: wording(section.title, language),
      context: section.id,
      texts: sectionTexts(questionnaire, n).map(field),
    })),
  ];
  return (
    <>
      <Top
        title={t("edit.heading", {
          language: named(language),
          version: questionnaire.version,
        })}
        why={`${t("edit.why")} ${t(language === first ? "edit.anew" : "edit.same", { language: named(language) })}`}
        back={{ href: `/operator/questionnaires/${hash}`, text: t("preview.back") }}
      />
      <EditForm
        hash={hash}
        language={language}
        seen={versions[0]?.hash ?? ""}
        groups={groups}
        words={{ save: t("edit.save"), refused: t("edit.refused") }}
      />
    </>
  );
}
