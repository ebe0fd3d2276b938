import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportForm } from "@/app/operator/questionnaires/import-form";
import { VersionTable } from "@/components/operator/version-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";
import { nextVersion, questionnaireVersions } from "@/lib/survey/data";
import { quartersAsking } from "@/lib/survey/version";
import { wording } from "@/lib/survey/wording";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires");
  return { title: t("title") };
}

export default async function QuestionnairesPage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/questionnaires");
  const t = await getTranslations("questionnaires");
  const locale = localeOf(await getLocale());
  const next = await nextVersion(actor);
  const [versions, rounds] = [await questionnaireVersions(actor), await allRounds()];
  const lines = versions.map((version) => ({
    hash: version.hash,
    title: wording(version.questionnaire.title, locale),
    version: version.questionnaire.version,
    imported: version.importedAt ? dayAt(version.importedAt) : null,
    quarters: quartersAsking(version, rounds),
    next: version.hash === next.hash,
  }));
  const words = {
    label: t("import.label"),
    hint: t("import.hint"),
    button: t("import.button"),
    tooLarge: t("import.tooLarge"),
    refused: t("import.refused"),
  };
  return (
    <>
      <Top title={t("heading", { version: next.questionnaire.version })} why={t("why")} />
      <Section name={t("versions")} context={t("versionsContext")}>
        <VersionTable lines={lines} />
      </Section>
      <Section name={t("import.name")} context={t("import.context")}>
        <ImportForm words={words} />
      </Section>
    </>
  );
}
