import { useTranslations } from "next-intl";

type PagesProps = {
  /** What is divided into pages, and where on the page this stands. */
  readonly label: string;
  /** Which page this is, in words. */
  readonly at: string;
  /** Addresses of the pages beside it; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
};

/** Which page of a long list this is, and the way to the others: plain links. */
export function Pages({ label, at, before, after }: PagesProps) {
  const t = useTranslations("common.pages");
  return (
    <nav aria-label={label} className="pages">
      {before === null ? null : (
        <a href={before} rel="prev">
          {t("before")}
        </a>
      )}
      <span>{at}</span>
      {after === null ? null : (
        <a href={after} rel="next">
          {t("after")}
        </a>
      )}
    </nav>
  );
}
