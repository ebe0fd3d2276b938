"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";

/** Leads to this page in the other language, named in that language. */
export function LanguageLink() {
  const t = useTranslations("shell");
  const other = useLocale() === "sv" ? "en" : "sv";
  const path = usePathname();
  const search = useSearchParams().toString();
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return (
    <a href={`/language?to=${other}&back=${back}`} lang={other} hrefLang={other}>
      {t("otherLanguage")}
    </a>
  );
}
