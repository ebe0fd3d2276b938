import { useFormatter, useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import type { StepBlocker } from "@/lib/rounds/console-steps";
import { dayAndMonth } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

/** What the operator's texts are filled in with, in the reader's language. */
export function useRoundWords(facts: ConsoleFacts) {
  const t = useTranslations("operator");
  const locale = useWordingLocale();
  const format = useFormatter();
  const { round } = facts;
  const until = round.receivingStops
    ? format.dateTime(round.receivingStops, {
        day: "numeric",
        month: "long",
        hour: "2-digit",
        minute: "2-digit",
        // The demonstration's grace period is seconds long.
        ...(facts.demo ? { second: "2-digit" as const } : {}),
      })
    : "";
  const values = {
    round: t("round", { n: Number(round.quarter.slice(-1)) }),
    closes: dayAndMonth(round.issuingStops, locale),
    publishes: dayAndMonth(round.publishes, locale),
    until,
  };
  const because = (blockers: readonly StepBlocker[]) =>
    listInWords([...new Set(blockers.map((blocker) => t(`short.${blocker}`, { until })))], locale);
  return { values, because };
}
