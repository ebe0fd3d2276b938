import { useFigureWords } from "@/components/charts/figure-words";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { type Column, type Row, Table } from "@/components/ui/table";
import { HME_PARTS } from "@/lib/disclosure/hme";
import { ITEMS } from "@/lib/reports/items";
import { tellsEachResult } from "@/lib/reports/size";
import type { ReportResult } from "@/lib/reports/survey-shape";
import { number } from "@/lib/wording/number";

/** Months are told up to two years, then years. */
const MONTHS = 24;

/** When there can be a result, or why that cannot be said. */
function forecast({ months, never }: ReportResult, { t, snapshot }: View): string {
  if (months === null)
    return never === undefined ? "" : t(`second.never.${never}`, { k: snapshot.promise.atom });
  return months <= MONTHS
    ? t("second.forecastMonths", { months })
    : t("second.forecastYears", { years: Math.round(months / 12) });
}

/** Units' own results: the named ones first, with a forecast where there is none; all others folded away. */
export function Results({ view }: { readonly view: View }) {
  const { t, snapshot } = view;
  const { results } = snapshot.survey;
  const codes = new Set(snapshot.turnover.units.map(({ code }) => code));
  const named = results.filter(({ code }) => codes.has(code));
  const rest = results.filter(({ code }) => !codes.has(code));
  return (
    <div>
      <h3>{t("second.resultsTitle")}</h3>
      <p className="mb-6">{t("second.results", { atom: snapshot.promise.atom })}</p>
      {tellsEachResult(snapshot) ? (
        <>
          {named.length > 0 ? (
            <ResultTable view={view} caption={t("second.resultTable")} results={named} />
          ) : null}
          {rest.length > 0 ? (
            <details>
              <summary>{t("second.allResults", { count: rest.length })}</summary>
              <ResultTable view={view} caption={t("second.allResultTable")} results={rest} />
            </details>
          ) : null}
        </>
      ) : (
        <p>{manyResults(view)}</p>
      )}
    </div>
  );
}

/** How many have a result, where they are too many to stand here. */
function manyResults({ snapshot, words, t }: View): string {
  const { results } = snapshot.survey;
  const shown = results.filter(({ people }) => people.kind !== "withheld").length;
  const counts = { shown: number(shown, words.locale), of: number(results.length, words.locale) };
  return t("second.manyResults", counts);
}

type ResultTableProps = {
  readonly view: View;
  readonly caption: string;
  readonly results: readonly ReportResult[];
};

function ResultTable({ view, caption, results }: ResultTableProps) {
  const { t, words, snapshot } = view;
  const figureWords = useFigureWords();
  const columns: readonly Column[] = [
    { key: "unit", head: t("second.unit") },
    { key: "period", head: t("second.period") },
    { key: "people", head: t("second.people"), number: true },
    ...(results[0]?.classes ?? []).map(({ code, name }) => ({
      key: `${ITEMS.mainReason}/${code}`,
      head: <Wrapped>{name[words.locale] ?? code}</Wrapped>,
      number: true,
    })),
    ...["total", ...HME_PARTS].map((part) => ({
      key: `hme/${part}`,
      head: t(`second.${part === "total" ? "hme" : part}`),
      number: true,
    })),
  ];
  const keys = columns.slice(2).map(({ key }) => key);
  const rowOf = (result: ReportResult): Row => {
    const { code, name, people, from, to } = result;
    const id = `results/unit:${code}/leaver`;
    const head = (
      <Traced view={view} id={id}>
        {name}
      </Traced>
    );
    if (people.kind === "withheld") {
      const why = figureWords(people, { k: snapshot.promise.atom });
      const when = forecast(result, view);
      return {
        key: code,
        head,
        instead: (
          <>
            <span data-row={`${id}/people`}>{why}</span> {when}
          </>
        ),
      };
    }
    return {
      key: code,
      head,
      cells: {
        period: from && to ? <Period from={from} to={to} view={view} /> : null,
        ...Object.fromEntries(
          keys.map((key) => [key, <Value key={key} view={view} id={`${id}/${key}`} />]),
        ),
      },
    };
  };
  return <Table caption={caption} width="xl" columns={columns} rows={results.map(rowOf)} />;
}

type PeriodProps = { readonly from: string; readonly to: string; readonly view: View };

/** ”2025 kv 1–2026 kv 3”, each on its own line where there is no room. */
function Period({ from, to, view }: PeriodProps) {
  const short = (quarter: string) => {
    const [year = "", n = ""] = quarter.split("-Q");
    return <span className="whitespace-nowrap">{view.t("second.shortQuarter", { year, n })}</span>;
  };
  return (
    <>
      {short(from)}–<wbr />
      {short(to)}
    </>
  );
}
