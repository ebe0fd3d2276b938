import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClockWaits } from "@/components/disposal/clock-waits";
import { DisposalPage } from "@/components/disposal/disposal-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { collectorDisposals, employerDisposals } from "@/lib/disposal/data";
import { linesInWords } from "@/lib/disposal/words";
import { judgeClock } from "@/lib/disposal-clock/data";
import { waitsFor } from "@/lib/disposal-clock/rule";
import { isPart } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";

const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("disposal");
  return { title: t("tab") };
}

/** What either side has disposed of: the sides that this process does the work of. */
export default async function AuditorDisposalPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/disposal");
  const [t, locale] = [await getTranslations("disposal"), localeOf(await getLocale())];
  const employer = isPart("issuer") ? await employerDisposals(actor, MOST) : [];
  const collector = isPart("collector") ? await collectorDisposals(actor, MOST) : [];
  const logs = [
    { side: "employer", lines: linesInWords(employer, t, locale) },
    { side: "collector", lines: linesInWords(collector, t, locale) },
  ] as const;
  const waits = waitsFor(await judgeClock(new Date()));
  const clock = <ClockWaits waits={waits} locale={locale} />;
  return <DisposalPage logs={logs} most={MOST} clock={clock} />;
}
