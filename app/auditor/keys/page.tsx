import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { keysFacts } from "@/app/_keys/facts";
import { KeysPage } from "@/app/_keys/keys-page";
import { seatOf } from "@/app/_keys/seat";
import { recordAccess } from "@/lib/access/mutations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("keys");
  return { title: t("title") };
}

export default async function AuditorKeysPage() {
  const holder = await seatOf(2);
  await recordAccess(holder.actor, "/auditor/keys");
  return <KeysPage facts={await keysFacts(holder, new Date())} />;
}
