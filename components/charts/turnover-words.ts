import { useTranslations } from "next-intl";
import type { Rate, Span, TurnoverSeries } from "@/components/charts/turnover-data";
import { useWordingLocale } from "@/components/charts/wording";
import { number, percent, percentRange } from "@/lib/wording/number";

/** A narrow drawing names brackets by letter alone: the ledger stands right under it. */
export type SpanRoom = "roomy" | "panel" | "narrow";

export type TurnoverWords = {
  /** The whole picture as a sentence. */
  readonly label: (series: TurnoverSeries) => string;
  readonly break: (name: string) => readonly string[];
  /** A bracket's words, long to short. */
  readonly span: (span: Span, size: SpanRoom) => readonly string[];
  /** A rate beside its point. */
  readonly rate: (rate: number) => string;
};

export function useTurnoverWords(): TurnoverWords {
  const t = useTranslations("charts.turnover");
  const locale = useWordingLocale();
  const inWords = (period: string, rate: Rate) =>
    rate.rate === null
      ? t("pointWithout", { period })
      : t("point", {
          period,
          rate: percent(rate.rate, locale),
          interval: percentRange(rate.low, rate.high, locale),
        });
  return {
    rate: (rate) => number(rate * 100, locale, 1),
    label: ({ name, years, latest, limit }) =>
      t("label", {
        name,
        limit: percent(limit, locale, 0),
        points: [
          ...years.map((y) => inWords(`${y.year}`, y)),
          ...(latest ? [inWords(t("latestLong"), latest)] : []),
        ].join(", "),
      }),
    break: (name) => [name, t("newUnit")],
    span: ({ kind, letter = "", name }, room) => {
      const action = kind === "action";
      const short = action ? t("actionShort") : letter;
      if (room === "narrow") return [short];
      if (room === "panel") return [action ? short : t("explanation", { letter }), short];
      return [action ? t("action", { name }) : t("letterName", { letter, name }), short];
    },
  };
}
