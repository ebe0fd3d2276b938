import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { sayClockIsRight } from "@/app/operator/disposal/actions";
import { ClockWaits } from "@/components/disposal/clock-waits";
import { DisposalPage } from "@/components/disposal/disposal-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { collectorDisposals } from "@/lib/disposal/data";
import { linesInWords } from "@/lib/disposal/words";
import { judgeClock } from "@/lib/disposal-clock/data";
import { waitsFor } from "@/lib/disposal-clock/rule";
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
  const waits = waitsFor(await judgeClock(new Date()));
  const clock = <ClockWaits waits={waits} locale={locale} confirm={sayClockIsRight} />;
  return <DisposalPage logs={[{ side: "collector", lines }]} most={MOST} clock={clock} />;
}
