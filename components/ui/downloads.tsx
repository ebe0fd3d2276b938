import { useTranslations } from "next-intl";

type DownloadsProps = {
  /** The table's route under /hr/downloads, with the page's own filters. */
  readonly href: string;
  /** Names the table to those who hear the links one by one. */
  readonly of: string;
};

/** Fetches a table as CSV or Excel. Stands under it; not on paper. */
export function Downloads({ href, of }: DownloadsProps) {
  const t = useTranslations("common.download");
  const link = (format: "csv" | "xlsx") => (
    <a
      href={`${href}${href.includes("?") ? "&" : "?"}format=${format}`}
      aria-label={t("label", { table: of, format: t(format) })}
      download
    >
      {t(format)}
    </a>
  );
  return (
    <p className="files">
      {t("lead")} {link("csv")} {link("xlsx")}
    </p>
  );
}
