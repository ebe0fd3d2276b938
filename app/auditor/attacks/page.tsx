import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttacksPage } from "@/components/auditor/attacks-page";
import { recordAccess } from "@/lib/access/mutations";
import { loggedAttacks } from "@/lib/attack/due";
import { requireAuditor } from "@/lib/auth/require";
import { readLog } from "@/lib/transparency/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-attacks");
  return { title: t("tab") };
}

/** Every attack on this installation that the public log tells of. */
export default async function AuditorAttacksPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/attacks");
  return <AttacksPage attacks={loggedAttacks(await readLog())} />;
}
