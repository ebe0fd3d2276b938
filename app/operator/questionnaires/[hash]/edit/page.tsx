import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EditForm } from "@/app/operator/questionnaires/[hash]/edit/edit-form";
import { placeLabels } from "@/app/operator/questionnaires/sentences";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { questionnaireVersions } from "@/lib/survey/data";
import { frameTexts, type Place, sectionBlocks } from "@/lib/survey/texts";
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
  await recordAccess(actor, "/operator/questionnaires/[hash]/edit");
  const { hash } = await params;
  const { language = "" } = await searchParams;
  const versions = await questionnaireVersions(actor);
  const questionnaire = versions.find((one) => one.hash === hash)?.questionnaire;
  if (!questionnaire?.languages.includes(language)) notFound();
  const t = await getTranslations("questionnaires");
  const [first = ""] = questionnaire.languages;
  const named = (code: string) => (t.has(`languages.${code}`) ? t(`languages.${code}`) : code);
  const locale = localeOf(await getLocale());
  const labelled = await placeLabels();
  const field = (place: Place) => ({
    path: place.path,
    label: labelled(place),
    code: place.at,
    reads: language === locale ? "" : wording(place.text, locale),
    value: place.text[language] ?? "",
  });
  const groups = [
    {
      name: t("edit.frame"),
      context: t("edit.frameContext"),
      blocks: [{ question: "", texts: frameTexts(questionnaire).map(field) }],
    },
    ...questionnaire.sections.map((section, n) => ({
      name: wording(section.title, locale),
      context: t("edit.part", { n: n + 1, of: questionnaire.sections.length }),
      blocks: sectionBlocks(section, `sections.${n}`).map(({ item, places }) => ({
        question: item ? wording(item.text, locale) : "",
        texts: places.map(field),
      })),
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
