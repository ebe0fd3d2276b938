import { pdfAddress } from "@/components/reports/quarterly/pdf-address";
import { useReportWords } from "@/components/reports/quarterly/view";
import { ReportSection } from "@/components/reports/report-section";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { dayInWords } from "@/lib/wording/date";

type Version = {
  readonly version: number;
  readonly publishedOn: string;
  readonly note: string | null;
};

type ReportEndProps = {
  readonly report: PublishedReport;
  readonly versions: readonly Version[];
  readonly address: string;
  /** `mailto:` or `https:`: where questions go. */
  readonly contact?: string;
};

/** Which version this is, who made it, who answers questions, and where everything else is. */
export function ReportEnd({ report, versions, address, contact }: ReportEndProps) {
  const { say: t, locale } = useReportWords();
  const { operator, region, quarter } = report.snapshot;
  const day = (of: string) => dayInWords(of, locale);
  const others = versions.filter(({ version }) => version !== report.version);
  const own = `?version=${report.version}`;
  const links = [
    { href: `/reports/compare?to=${quarter}`, text: t("foot.compare") },
    { href: "/subscribe", text: t("foot.subscribe") },
    { href: "/reports/definitions", text: t("foot.definitions") },
    { href: pdfAddress(address, own, "sv"), text: t("foot.pdfSv") },
    { href: pdfAddress(address, own, "en"), text: t("foot.pdfEn") },
    { href: `${address}/v/${report.version}`, text: t("foot.permanent") },
    { href: "/accessibility", text: t("foot.accessibility") },
  ];
  return (
    <ReportSection
      id="version"
      label={t("foot.label")}
      title={t("foot.frozen", { version: report.version, day: day(report.publishedOn) })}
      intro={t("foot.made", { operator, region })}
    >
      <ul className="bullets noprint">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <div className="noprint">
          <h3>{t("foot.versions")}</h3>
          <ul className="bullets">
            {others.map(({ version, publishedOn, note }) => (
              <li key={version}>
                <a href={`${address}/v/${version}`}>
                  {t("head.version", { version, day: day(publishedOn) })}
                </a>{" "}
                {note}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="small quiet">
        {t("foot.contact", { operator })}{" "}
        {contact ? <a href={contact}>{t("foot.write", { operator })}</a> : null}
      </p>
    </ReportSection>
  );
}
