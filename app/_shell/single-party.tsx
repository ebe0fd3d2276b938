import { useTranslations } from "next-intl";
import { env, isDemo } from "@/lib/env";

/** Where one party runs everything, every page says so (design 2, parties). Nothing where two share it. */
export function SingleParty() {
  const t = useTranslations("shell");
  if (isDemo()) return `${t("demo")} ${t("singleParty")}`;
  return env().SORTI_ACCEPT_SINGLE_PARTY ? t("singleParty") : null;
}
