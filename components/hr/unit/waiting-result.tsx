import { useTranslations } from "next-intl";
import { mark } from "@/components/hr/marked";
import { NotYet } from "@/components/hr/not-yet";
import { Said } from "@/components/hr/said";
import type { Waiting } from "@/components/hr/unit/waiting";
import { sentences } from "@/components/hr/words";
import type { Series } from "@/lib/disclosure/release";

type WaitingProps = {
  readonly series: Series;
  readonly forecast: Waiting;
  readonly k: number;
  /** The one inset of the page; the other series get a sentence. */
  readonly inset: boolean;
};

/** Further away than this the picture of months says less than its words. */
const DRAWN_MONTHS = 120;
const MONTHS_IN_WORDS = 24;

/** No own result of a series: why, when, and that this stops nobody from acting. */
export function WaitingResult({ series, forecast, k, inset }: WaitingProps) {
  const t = useTranslations("hrUnit.answers");
  const figures = useTranslations("figures");
  const when = useWhen(forecast);
  const reason = mark("answers", figures("withheld.fewerThan", { k }));
  if (!inset) {
    return (
      <p>
        <b>{t(`series.${series}`)}.</b> <Said>{sentences(reason, when)}</Said>
      </p>
    );
  }
  const drawn =
    forecast.kind === "months" && forecast.high !== null && forecast.high <= DRAWN_MONTHS
      ? { months: forecast.months, low: forecast.low, high: forecast.high }
      : null;
  return (
    <NotYet
      title={t(`series.${series}`)}
      why={
        <Said>
          {sentences(
            reason,
            when,
            ...(forecast.kind === "months" ? [t("sealed"), t("basis")] : []),
          )}
        </Said>
      }
      {...(drawn === null ? {} : { forecast: drawn })}
    />
  );
}

/** The forecast in words. */
function useWhen(forecast: Waiting): string {
  const t = useTranslations("hrUnit.answers");
  const figures = useTranslations("figures.forecast");
  if (forecast.kind !== "months") return t(`forecast.${forecast.kind}`);
  return mark(
    "forecast",
    forecast.months <= MONTHS_IN_WORDS
      ? figures("months", { months: forecast.months })
      : figures("years", { years: Math.round(forecast.months / 12) }),
  );
}
