import type { Rate, Span, TurnoverSeries } from "@/components/charts/turnover-data";
import type { UnitView } from "@/components/hr/unit/view";
import { isOpen } from "@/lib/actions/action";
import { ledgerLetter } from "@/lib/explanations/explanation";
import type { Reading } from "@/lib/turnover/definition";
import { meanHeadcount } from "@/lib/turnover/exposure";
import type { PeriodTurnover } from "@/lib/turnover/period";

/** A break's words under its dotted line: ”ny enhet från januari 2024”. */
export type BreakWords = (month: string) => string;

/** The unit's years, last twelve months, breaks, explanations and actions, ready to be drawn. */
export function turnoverSeries(view: UnitView, breakWords: BreakWords): TurnoverSeries {
  const { summary, policy } = view;
  const rate = (period: PeriodTurnover) => rateOf(period, policy.reading);
  const whole = summary.asOf.endsWith("-12");
  return {
    name: summary.name,
    years: summary.years.map((period) => ({ year: period.year, ...rate(period) })),
    // At the turn of the year the last twelve months are the last year.
    ...(whole || view.closed !== null ? {} : { latest: rate(summary.last12) }),
    limit: policy.threshold,
    breaks: summary.breaks.map(({ month }) => ({ day: `${month}-01`, name: breakWords(month) })),
    spans: [...explanationSpans(view), ...actionSpans(view)],
  };
}

function rateOf(period: PeriodTurnover, reading: Reading): Rate {
  const rate = period.rates[reading];
  if (rate.kind === "no-rate" || typeof period.exposure === "string") return { rate: null };
  return {
    rate: rate.value,
    low: rate.interval.lower,
    high: rate.interval.upper,
    departures: period.departures[reading],
    employees: Math.round(meanHeadcount(period.exposure)),
  };
}

function explanationSpans({ explanations }: UnitView): Span[] {
  return explanations.map((row, i) => ({
    kind: "explanation",
    letter: ledgerLetter(i),
    name: row.what,
    from: row.appliesFrom,
    to: row.expires,
  }));
}

function actionSpans({ actions, summary }: UnitView): Span[] {
  const drawn = actions.filter(({ decidedOn }) => decidedOn <= `${summary.asOf}-31`);
  return drawn.map((action) => ({
    kind: "action",
    name: action.what,
    from: action.decidedOn,
    ...(isOpen(action) ? {} : { to: action.due }),
  }));
}
