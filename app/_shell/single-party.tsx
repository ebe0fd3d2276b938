import { useTranslations } from "next-intl";
import { env, isDemo, ownParts } from "@/lib/env";

/** Where one party runs everything, every page says so (design 2, parties). Nothing where two share it. */
export function SingleParty() {
  const t = useTranslations("shell");
  const alone = ownParts() === "both" && (isDemo() || env().SORTI_ACCEPT_SINGLE_PARTY);
  return [isDemo() ? t("demo") : "", alone ? t("singleParty") : ""].join(" ").trim() || null;
}
