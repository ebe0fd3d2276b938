import { useTranslations } from "next-intl";

type PageHelpProps = {
  /** A route with help: `/hr/units/[code]`. */
  readonly route: string;
  /** Where there is more of it; null where there is not. */
  readonly more: string | null;
};

/** What a page is for, what to do there and what it never shows, folded away. Opens without a script; not printed. */
export function PageHelp({ route, more }: PageHelpProps) {
  const t = useTranslations("help");
  return (
    <details className="text-s text-ink-2 print:hidden">
      <summary>{t("name")}</summary>
      <Says route={route} />
      {more ? (
        <p className="mt-2">
          <a href={more}>{t("more")}</a>
        </p>
      ) : null}
    </details>
  );
}

/** The three things that are said of a page. */
export function Says({ route }: { readonly route: string }) {
  const t = useTranslations("help");
  const says = (what: "for" | "do" | "never") => t(`pages.${route}.${what}`);
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <p>{says("for")}</p>
      <p>{says("do")}</p>
      <p>{says("never")}</p>
    </div>
  );
}
