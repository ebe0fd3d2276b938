import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpPage } from "@/components/help/help-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { helpedRoutes, helpedWords } from "@/lib/i18n/helped";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help.areas.operator");
  return { title: t("page") };
}

export default async function OperatorHelpPage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/help");
  const routes = helpedRoutes().filter((route) => route.split("/")[1] === "operator");
  return <HelpPage area="operator" routes={routes} words={helpedWords()} />;
}
