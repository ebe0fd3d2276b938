import { useTranslations } from "next-intl";
import { VisitorHere } from "@/app/_shell/visitor-here";
import { openReader } from "@/lib/auth/open-reader";

/**
 * The way to one's own sign-in from a report. Where reports are open to everybody a page is made once for all and hears
 * of no reader, so it names a way that fits whoever is signed in and whoever is not.
 */
export function ReportVisitor() {
  const t = useTranslations("shell");
  return openReader() === null ? <VisitorHere /> : <a href="/account">{t("account")}</a>;
}
