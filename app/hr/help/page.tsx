import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpPage } from "@/components/help/help-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { helpedRoutes, helpedWords } from "@/lib/i18n/helped";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help.areas.hr");
  return { title: t("page") };
}

export default async function HrHelpPage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/help");
  const routes = helpedRoutes().filter((route) => route.split("/")[1] === "hr");
  return <HelpPage area="hr" routes={routes} words={helpedWords()} />;
}
