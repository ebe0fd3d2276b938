import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DefinitionsPage } from "@/components/hr/definitions/definitions-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { policyHistory } from "@/lib/turnover/data";
import { definitions } from "@/lib/turnover/definition";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("definitions");
  return { title: t("title") };
}

export default async function Page() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/definitions");
  return <DefinitionsPage versions={definitions()} policies={await policyHistory(actor)} />;
}
