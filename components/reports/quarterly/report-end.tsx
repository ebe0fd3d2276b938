import { InSwedish } from "@/components/reports/quarterly/in-swedish";
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
  /** Where the installation is: an address on paper must be whole. */
  readonly origin: string;
  /** `mailto:` or `https:`: where questions go. */
  readonly contact?: string | undefined;
};

/** Which version this is, who made it, who answers questions, and where everything else is. */
export function ReportEnd({ report, versions, address, origin, contact }: ReportEndProps) {
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
    { href: "/accessibility", text: t("foot.accessibility") },
  ];
  return (
    <ReportSection
      id="version"
      label={t("foot.label")}
      title={t("foot.frozen", { version: report.version, day: day(report.publishedOn) })}
      intro={t("foot.made", { operator, region })}
    >
      <Addresses report={report} at={`${origin}${address}`} origin={origin} />
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
                {note === null ? null : <InSwedish>{note}</InSwedish>}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="small quiet">
        {t("foot.contact", { operator })}{" "}
        {contact ? <a href={contact}>{contact.replace(/^(mailto:|https?:\/\/)/, "")}</a> : null}
      </p>
    </ReportSection>
  );
}

type AddressesProps = {
  readonly report: PublishedReport;
  /** The report's own address, whole. */
  readonly at: string;
  readonly origin: string;
};

/** Where this version, its figures and every other version are for ever: to click, and to type from paper. */
function Addresses({ report, at, origin }: AddressesProps) {
  const { say: t } = useReportWords();
  const { version } = report;
  const addresses = [
    { href: `${at}/v/${version}`, text: t("foot.permanent") },
    { href: `${at}/data?version=${version}`, text: t("foot.openData") },
    { href: `${origin}/reports`, text: t("foot.register") },
    { href: `${origin}/log`, text: t("foot.log") },
  ];
  return (
    <ul className="bullets">
      {addresses.map(({ href, text }) => (
        <li key={href}>
          {text}: <a href={href}>{href.replace(/^https?:\/\//, "")}</a>
        </li>
      ))}
    </ul>
  );
}
