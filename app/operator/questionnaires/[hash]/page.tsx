import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { choose } from "@/app/operator/questionnaires/actions";
import { VersionChanges } from "@/components/operator/version-changes";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { allRounds } from "@/lib/rounds/data";
import { nextVersion, questionnaireVersions } from "@/lib/survey/data";
import { difference } from "@/lib/survey/difference";
import { quartersAsking, type Version, versionBefore } from "@/lib/survey/version";
import { wordsAt } from "@/lib/survey/words-at";
import { quarterRuns } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questionnaires");
  return { title: t("title") };
}

const SAID = ["stored", "known", "chosen", "already", "moved"] as const;

type Search = { readonly said?: string };
type Props = {
  readonly params: Promise<{ readonly hash: string }>;
  readonly searchParams: Promise<Search>;
};

/** What can be done with a version. */
async function Use({ version }: { readonly version: Version }) {
  const t = await getTranslations("questionnaires.use");
  const named = await getTranslations("questionnaires.languages");
  const { hash, questionnaire } = version;
  const at = `/operator/questionnaires/${hash}`;
  return (
    <>
      <ul>
        <li>
          <a href={`/preview/${hash}`} target="_blank" rel="noopener">
            {t("preview")}
          </a>
        </li>
        {questionnaire.languages.map((language) => (
          <li key={language}>
            <a href={`${at}/edit?language=${language}`}>
              {t("edit", { language: named.has(language) ? named(language) : language })}
            </a>
          </li>
        ))}
      </ul>
      <Acts>
        <ButtonLink href={`${at}/file`} line>
          {t("download")}
        </ButtonLink>
      </Acts>
    </>
  );
}

type ChooseProps = { readonly version: Version; readonly next: Version };

async function Choose({ version, next }: ChooseProps) {
  const t = await getTranslations("questionnaires.choose");
  if (version.hash === next.hash) return <p>{t("isNext")}</p>;
  return (
    <form action={choose}>
      <p>{t("why", { next: next.questionnaire.version })}</p>
      <input type="hidden" name="hash" value={version.hash} />
      <input type="hidden" name="seen" value={next.hash} />
      <Acts>
        <Button>{t("button", { version: version.questionnaire.version })}</Button>
      </Acts>
    </form>
  );
}

/** The sentence about a version: what asks it. */
async function headingOf(version: Version, next: Version): Promise<string> {
  const t = await getTranslations("questionnaires.version");
  const locale = localeOf(await getLocale());
  const quarters = quartersAsking(version, await allRounds());
  const words = listInWords(quarterRuns(quarters, locale), locale);
  const asked = quarters.length > 0 ? "asked" : "unasked";
  const state = version.hash === next.hash ? "next" : "other";
  return t(`${asked}.${state}`, { version: version.questionnaire.version, quarters: words });
}

export default async function VersionPage({ params, searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/questionnaires/[hash]");
  const { hash } = await params;
  const versions = await questionnaireVersions(actor);
  const version = versions.find((one) => one.hash === hash);
  if (!version) notFound();
  const next = await nextVersion(actor);
  const t = await getTranslations("questionnaires");
  const asked = (await searchParams).said;
  const said = SAID.find((one) => one === asked);
  const before = versionBefore(version, versions);
  const locale = localeOf(await getLocale());
  return (
    <>
      <Top
        title={await headingOf(version, next)}
        why={t("version.kept")}
        back={{ href: "/operator/questionnaires", text: t("back") }}
      >
        {said ? <Note live>{t(`said.${said}`)}</Note> : null}
      </Top>
      <Section name={t("use.name")} context={t("use.context")}>
        <Use version={version} />
      </Section>
      <Section name={t("choose.name")} context={t("choose.context")}>
        <Choose version={version} next={next} />
      </Section>
      <Section name={t("difference.name")} context={t("difference.context")}>
        {before ? (
          <VersionChanges
            before={before.questionnaire.version}
            words={(at) =>
              wordsAt(version.questionnaire, at, locale) ||
              wordsAt(before.questionnaire, at, locale)
            }
            {...difference(before.questionnaire, version.questionnaire)}
          />
        ) : (
          <p>{t("difference.first")}</p>
        )}
      </Section>
    </>
  );
}
