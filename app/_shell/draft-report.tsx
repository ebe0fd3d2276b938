import { getTranslations } from "next-intl/server";
import { QuarterlyReport } from "@/components/reports/quarterly/report";
import { Note } from "@/components/ui/note";
import type { Draft } from "@/lib/publishing/data";
import { snapshotHash } from "@/lib/publishing/snapshot-hash";
import type { PublishedReport } from "@/lib/reports/snapshot";

type DraftReportProps = {
  readonly draft: Draft;
  /** The page that the reader came from. */
  readonly back: { readonly href: string; readonly text: string };
};

/** A report as it would be if it went out now. For the operator and for whoever at HR comments; nobody else. */
export async function DraftReport({ draft, back }: DraftReportProps) {
  const t = await getTranslations("publication.preview");
  const { snapshot, current } = draft;
  const report: PublishedReport = {
    snapshot,
    version: (current?.version ?? 0) + 1,
    publishedOn: snapshot.due,
    note: null,
    hash: snapshotHash(snapshot),
  };
  return (
    <>
      <p className="crumb mt-6">
        <a href={back.href}>{back.text}</a>
      </p>
      <Note>
        <p>
          <b>{t("title")}</b> {t(current?.hash === report.hash ? "same" : "why")}
        </p>
        <p>{t("secret")}</p>
      </Note>
      <QuarterlyReport report={report} address={`/reports/${snapshot.quarter}`} query={null} />
    </>
  );
}
