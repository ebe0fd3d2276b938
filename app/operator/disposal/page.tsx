import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DisposalPage } from "@/components/disposal/disposal-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { collectorDisposals } from "@/lib/disposal/data";
import { linesInWords } from "@/lib/disposal/words";
import { localeOf } from "@/lib/i18n/locale";

const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("disposal");
  return { title: t("tab") };
}

/** What the external party has disposed of. */
export default async function OperatorDisposalPage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/disposal");
  const [t, locale] = [await getTranslations("disposal"), localeOf(await getLocale())];
  const lines = linesInWords(await collectorDisposals(actor, MOST), t, locale);
  return <DisposalPage logs={[{ side: "collector", lines }]} most={MOST} />;
}
