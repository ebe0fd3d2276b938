import type { UnitWords } from "@/components/hr/unit/sentences";
import type { UnitView } from "@/components/hr/unit/view";
import type { Say } from "@/components/hr/words";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import type { Sheet, SheetCell } from "@/lib/downloads/sheet";
import { definitionOf } from "@/lib/turnover/definition";
import { meanHeadcount } from "@/lib/turnover/exposure";
import { lastWholeYear } from "@/lib/turnover/month";
import type { PeriodTurnover } from "@/lib/turnover/period";
import type { UnitSummary } from "@/lib/turnover/summary";
import { quarterInWords } from "@/lib/wording/date";
import { span } from "@/lib/wording/number";

const share = { share: true, digits: 1 } as const;

/** A unit's years: what its picture of turnover is drawn from. `say`: words of a unit's page, here and below. */
export function yearSheet({ name, years, last12 }: UnitSummary, say: Say): Sheet {
  const column = (key: string) => ({ head: say(`turnover.column.${key}`) });
  return {
    title: say("turnover.file", { name }),
    columns: [
      { head: say("turnover.year") },
      column("observed"),
      { ...column("mean"), digits: 1 },
      { ...column("rate"), ...share },
      { ...column("lower"), ...share },
      { ...column("upper"), ...share },
      { ...column("all"), ...share },
    ],
    rows: [
      ...years.map((period) => [`${period.year}`, ...cellsOf(period, say)]),
      [say("turnover.last12"), ...cellsOf(last12, say)],
    ],
  };
}

function cellsOf(period: PeriodTurnover, say: Say): readonly SheetCell[] {
  const { externalExcl, external } = period.rates;
  const left = period.departures.externalExcl;
  const mean =
    typeof period.exposure === "string" ? say("turnover.missing") : meanHeadcount(period.exposure);
  if (externalExcl.kind === "no-rate") {
    const why = say(`turnover.noRate.${externalExcl.reason}`, { left });
    return [left, mean, why, "", "", ""];
  }
  const { lower, upper } = externalExcl.interval;
  return [
    ...[left, mean, externalExcl.value, lower, upper],
    external.kind === "rate" ? external.value : say("turnover.missing"),
  ];
}

/** The motion's rule both ways, on both readings of turnover. */
export function ruleSheet({ summary, policy }: UnitView, say: Say): Sheet {
  const last = lastWholeYear(summary.asOf);
  const { external, externalExcl } = summary.rule;
  const row = (by: "eachYear" | "pooled") => [
    say(`readings.${by}`, {
      years: span(last - policy.years + 1, last),
      months: 12 * policy.years,
    }),
    ...[externalExcl[by], external[by]].map((outcome) => say(`readings.outcome.${outcome}`)),
  ];
  return {
    title: say("readings.file", { name: summary.name }),
    columns: ["reading", "excl", "all"].map((key) => ({ head: say(`readings.${key}`) })),
    rows: [row("eachYear"), row("pooled")],
  };
}

/** Twelve months at a time, quarter by quarter. */
export function rollingSheet(
  { summary, rolling, policy }: UnitView,
  { say, locale }: Pick<UnitWords, "say" | "locale">,
): Sheet {
  return {
    title: say("time.rollingFile", { name: summary.name }),
    columns: [
      ...["quarter", "departures"].map((key) => ({ head: say(`time.column.${key}`) })),
      { head: say("time.column.rolling"), ...share },
      ...["lower", "upper"].map((key) => ({ head: say(`turnover.column.${key}`), ...share })),
    ],
    rows: rolling.flatMap(({ quarter, period }) => {
      const rate = period.rates[policy.reading];
      if (rate.kind === "no-rate") return [];
      const { lower, upper } = rate.interval;
      const left = period.departures[policy.reading];
      return [[quarterInWords(quarter, locale), left, rate.value, lower, upper]];
    }),
  };
}

/** Each departure with the days since the one before it. Days as `2027-03-31`. */
export function betweenSheet({ summary, between }: UnitView, say: Say): Sheet {
  return {
    title: say("time.betweenFile", { name: summary.name }),
    columns: ["day", "wait"].map((key) => ({ head: say(`time.column.${key}`) })),
    rows: (between?.chart.points ?? []).map(({ value }, i) => [between?.days[i] ?? "", value]),
  };
}

/** The unit among corresponding ones. */
export function peerSheet({ summary, group, policy: { reading } }: UnitView, say: Say): Sheet {
  return {
    title: say("peers.file", { name: summary.name }),
    columns: [
      ...[say("peers.unit"), say("peers.column.observed")].map((head) => ({ head })),
      { head: say("peers.column.expected"), digits: 1 },
      { head: say("peers.column.rate"), ...share },
    ],
    rows: group.map(({ name, pooled, comparison }) => {
      const [rate, compared] = [pooled.rates[reading], comparison[reading]];
      return [
        name,
        pooled.departures[reading],
        compared.kind === "compared" ? compared.expected : say("peers.notComparedCell"),
        rate.kind === "rate" ? rate.value : say(`peers.noRate.${rate.reason}`),
      ];
    }),
  };
}

/** How they left, year by year, and what of it counts as turnover. */
export function kindSheet({ summary }: UnitView, say: Say): Sheet {
  const { name, years, definition } = summary;
  const { counted } = definitionOf(definition);
  const shown = DEPARTURE_KINDS.filter((kind) => years.some((year) => year.kinds[kind] > 0));
  return {
    title: say("kinds.file", { name }),
    columns: [
      { head: say("kinds.kind") },
      ...years.map(({ year }) => ({ head: `${year}` })),
      { head: say("kinds.counted") },
    ],
    rows: shown.map((kind) => [
      say(`kinds.words.${kind}`),
      ...years.map(({ kinds }) => kinds[kind]),
      say(`kinds.is.${counted[kind]}`),
    ]),
  };
}
