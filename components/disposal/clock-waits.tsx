import { useTranslations } from "next-intl";
import { Acts, Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { JUMP_DAYS, type Judged } from "@/lib/disposal-clock/rule";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

type ClockWaitsProps = {
  /** Why what goes by date waits; null when nothing does. */
  readonly waits: Judged | null;
  readonly locale: Locale;
  /** Says that the clock is right; where nobody may say so, the page only tells. */
  readonly confirm?: () => Promise<void>;
};

/** That disposal by date waits for somebody to look at the clock, and the button for whoever has. */
export function ClockWaits({ waits, locale, confirm }: ClockWaitsProps) {
  const t = useTranslations("disposal.clock");
  if (waits === null) return null;
  const since = dayInWords(dayAt(waits.seen ?? new Date()), locale);
  const jumped = waits.verdict === "jumped";
  return (
    <Section name={t("name")} context={t("why")}>
      <Finding>{jumped ? t("jumped", { since, days: JUMP_DAYS }) : t("ahead")}</Finding>
      {jumped ? null : <p>{t("putRight")}</p>}
      {jumped && confirm ? (
        <form action={confirm}>
          <Acts>
            <Button>{t("confirm")}</Button>
          </Acts>
        </form>
      ) : null}
    </Section>
  );
}
