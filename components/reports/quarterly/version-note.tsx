import { WithSwedish } from "@/components/reports/quarterly/in-swedish";
import { useReportWords } from "@/components/reports/quarterly/view";
import { Note } from "@/components/ui/note";
import { native } from "@/lib/reports/sentences/words";
import type { PublishedReport } from "@/lib/reports/snapshot";

type VersionNoteProps = {
  readonly report: PublishedReport;
  readonly newest: number;
  readonly address: string;
};

/** That this is an older version, or what a corrected one changed. Nothing about a first version. */
export function VersionNote({ report, newest, address }: VersionNoteProps) {
  const { say: t } = useReportWords();
  if (report.version < newest) {
    return (
      <Note>
        <p>
          {t("head.older")} <a href={address}>{t("head.newest")}</a>
        </p>
      </Note>
    );
  }
  if (report.note === null) return null;
  return (
    <Note>
      <p>
        <WithSwedish>{t("head.corrected", { note: native(report.note) })}</WithSwedish>
      </p>
    </Note>
  );
}
