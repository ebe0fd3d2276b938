import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpPage } from "@/components/help/help-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { helpedRoutes, helpedWords } from "@/lib/i18n/helped";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help.areas.auditor");
  return { title: t("page") };
}

export default async function AuditorHelpPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/help");
  const routes = helpedRoutes().filter((route) => route.split("/")[1] === "auditor");
  return <HelpPage area="auditor" routes={routes} words={helpedWords()} />;
}
