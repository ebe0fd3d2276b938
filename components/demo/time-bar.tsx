import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Forward } from "@/components/demo/forward";
import { useHappeningWords } from "@/components/demo/words";
import type { Happening } from "@/lib/demo/happening";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";

type TimeBarProps = {
  readonly today: Day;
  readonly next: Happening | null;
  readonly moving: boolean;
  readonly deed: (form: FormData) => Promise<void>;
};

/** Above the pages of the demonstration: which day it is there, what happens next, and the way to it. */
export function TimeBar({ today, next, moving, deed }: TimeBarProps) {
  const t = useTranslations("demo");
  const locale = useWordingLocale();
  const words = useHappeningWords();
  const rest = (
    <>
      {moving ? t("moving.short") : null}
      {!moving && next ? t(`next.bar.${next.kind}`, words(next)) : null}{" "}
      <a href="/demo">{t("more")}</a>
    </>
  );
  return (
    <aside aria-label={t("name")} className="bg-surface text-s print:hidden">
      <div className="wrap flex flex-wrap items-center justify-between gap-x-6 py-2">
        <p className="max-sm:hidden">
          <b>{t("today", { day: dayInWords(today, locale) })}</b> {rest}
        </p>
        <details className="sm:hidden" open={moving}>
          <summary>{t("todayShort", { day: dayInWords(today, locale) })}</summary>
          <p>{rest}</p>
        </details>
        {!moving && next ? <Forward deed={deed} inBar /> : null}
      </div>
    </aside>
  );
}
