import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Upload } from "@/app/hr/import/upload";
import { ImportFields } from "@/components/hr/import-fields";
import { ImportFormats } from "@/components/hr/import-formats";
import { type ImportEntry, ImportList } from "@/components/hr/import-list";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { DEMONSTRATION } from "@/lib/auth/demonstration";
import { requireHr } from "@/lib/auth/require";
import { refusedFiles, stillRefused } from "@/lib/cli/refused-files";
import { openDrafts } from "@/lib/drafts/data";
import { localeOf } from "@/lib/i18n/locale";
import { type ImportLine, latestImports } from "@/lib/imported/data";
import { byWhom } from "@/lib/wording/by-whom";
import { momentInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import-page");
  return { title: t("title") };
}

function confirmationOf({ kind, standing, decidedBy }: ImportLine): ImportEntry["confirmation"] {
  if (kind !== "departures") return "not-needed";
  if (standing === "confirmed" && decidedBy === DEMONSTRATION) return "demonstration";
  return standing;
}

/** What the person's own confirmation did, and whether somebody is waited for. */
function Done({ summary, kind, confirmation, undoes }: ImportEntry) {
  const t = useTranslations("import-page");
  const { numbers: _, ...counts } = summary;
  return (
    <Note live>
      <p>{t(undoes === null ? "done" : "undone", { ...counts, kind: t(`kind.${kind}`) })}</p>
      {confirmation === "not-needed" ? null : <p>{t(`after.${confirmation}`)}</p>}
    </Note>
  );
}

type Search = Promise<Partial<Record<"problem" | "done" | "gone", string>>>;

export default async function ImportPage({ searchParams }: { readonly searchParams: Search }) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/import");
  const t = await getTranslations("import-page");
  const who = await getTranslations("byWhom");
  const locale = localeOf(await getLocale());
  const { problem, done, gone } = await searchParams;
  const lines = await latestImports(actor);
  const waiting = await openDrafts(actor);
  const inWords = (moment: Date) => momentInWords(moment, locale);
  const entries = lines.map((line) => ({
    ...line,
    by: byWhom(line.importedBy, who),
    when: inWords(line.importedAt),
    undoes: line.undoes && inWords(line.undoes),
    confirmation: confirmationOf(line),
  }));
  const latest = entries.find(({ id }) => id === done);
  const upload = {
    ...{ drop: t("form.drop"), sending: t("form.sending") },
    ...{ working: t("form.reading"), opening: t("form.opening"), lost: t("form.lost") },
  };
  const refused = problem === "too-large" ? t("form.tooLarge") : t("form.noFile");
  return (
    <>
      <Top title={t("ask")} why={t("why")}>
        <div className="mt-4">
          {latest ? <Done {...latest} /> : null}
          {gone ? <Note live>{t("gone")}</Note> : null}
          {stillRefused(refusedFiles(), lines).map(({ kind, at, reason }) => (
            <Note key={`${kind} ${at.toISOString()}`}>
              {t(`pickUpRefused.${reason}`, { kind: t(`kind.${kind}`), when: inWords(at) })}
            </Note>
          ))}
          {waiting.map(({ id, kind, fileName }) => (
            <Note key={id}>
              {t.rich("waiting", {
                fileName,
                kind: t(`kind.${kind}`),
                look: (words) => <a href={`/hr/import/${id}`}>{words}</a>,
              })}
            </Note>
          ))}
        </div>
      </Top>
      <Section name={t("form.name")} context={t("form.context")}>
        <Upload action="/api/import-drafts" texts={upload}>
          <ImportFields error={problem ? refused : undefined} />
        </Upload>
      </Section>
      <Section name={t("format.name")} context={t("format.context")}>
        <ImportFormats />
      </Section>
      <Section name={t("itself.name")}>
        <p>{t.rich("itself.text", { keys: (words) => <a href="/hr/import/keys">{words}</a> })}</p>
      </Section>
      <Section name={t("list.name")} context={t("list.context")}>
        <ImportList entries={entries} />
      </Section>
    </>
  );
}
