import { useTranslations } from "next-intl";
import { SignalChart } from "@/components/charts/signal-chart";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import type { SignalSeries } from "@/components/hr/signals/view";
import { Term } from "@/components/hr/term";
import type { Say } from "@/components/hr/words";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { middleOf, type SignalPoint } from "@/lib/signals/series";
import { isIndex, type SignalName } from "@/lib/signals/signal";
import { monthInWords } from "@/lib/wording/date";
import { type Locale, number } from "@/lib/wording/number";

type SignalsProps = {
  readonly code: string;
  readonly name: string;
  readonly series: readonly SignalSeries[];
};

/** Beside turnover: how those who work there have it, by the employee survey and sick leave. */
export function SignalsSection({ code, name, series }: SignalsProps) {
  const t = useTranslations("signals");
  const known = series.filter(({ points }) => points.length > 0);
  if (known.length === 0) {
    return (
      <Section name={t("section")}>
        <Finding>{t("none", { name })}</Finding>
        <p>{t.rich("noneWhy", { import: (words) => <a href="/hr/import">{words}</a> })}</p>
      </Section>
    );
  }
  const missing = series.filter(({ points }) => points.length === 0);
  return (
    <Section name={t("section")} context={t("context")}>
      {known.map((one) => (
        <OneSignal
          key={one.signal}
          code={code}
          {...one}
          likeFirst={one.signal !== "hme" && known[0]?.signal === "hme"}
          lowest={lowestOf(known)}
        />
      ))}
      {missing.length > 0 ? (
        <p className="small quiet">
          {t("missingSome", {
            signals: missing.map(({ signal }) => t(`name.${signal}`)).join(", "),
          })}
        </p>
      ) : null}
    </Section>
  );
}

type OneSignalProps = SignalSeries & {
  readonly code: string;
  /** The whole index stands above it, and has said how an index is read. */
  readonly likeFirst: boolean;
  /** Of all indices that stand here. */
  readonly lowest: number;
};

/** The lowest value of any index, the unit's or its peers': they share a scale, so that they can be compared. */
function lowestOf(series: readonly SignalSeries[]): number {
  const points = series.filter(({ signal }) => isIndex(signal)).flatMap((one) => one.points);
  const values = points.flatMap(({ value, peers }) => [value, peers]);
  return Math.min(...values.filter((value) => value !== null));
}

function OneSignal({ code, signal, points, likeFirst, lowest }: OneSignalProps) {
  const t = useTranslations("signals");
  const locale = useWordingLocale();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const file = `/hr/downloads/units/${encodeURIComponent(code)}/signals?signal=${signal}`;
  const title = t(`name.${signal}`);
  const read = !isIndex(signal) ? "percent" : likeFirst ? "part" : "index";
  return (
    <>
      {signal === "hme" || signal === "sick_leave" ? (
        <Finding>
          <Said at={`signal-${signal}`}>{finding(signal, points, marked(t), locale)}</Said>
        </Finding>
      ) : null}
      <Picture
        title={title}
        caption={t(`caption.${read}`)}
        table={<SignalTable file={file} signal={signal} points={points} caption={title} />}
      >
        <SignalChart
          title={title}
          index={isIndex(signal)}
          lowest={lowest}
          from={periodInWords(first.period, locale)}
          to={periodInWords(last.period, locale)}
          marks={points.map(({ period, value, peers }) => ({
            ...{ id: period, at: middleOf(period), value, peers },
          }))}
        />
      </Picture>
    </>
  );
}

function SignalTable({
  file,
  signal,
  points,
  caption,
}: {
  readonly file: string;
  readonly signal: SignalName;
  readonly points: readonly SignalPoint[];
  readonly caption: string;
}) {
  const t = useTranslations("signals");
  const locale = useWordingLocale();
  const index = isIndex(signal);
  const say = (value: number | null) =>
    value === null ? t("missing") : number(value, locale, index ? 0 : 1);
  const keys = [index ? "index" : "percent", ...(index ? ["answers"] : []), "peers"];
  return (
    <FiledTable
      id={`signal-${signal}`}
      file={file}
      caption={caption}
      captionHidden
      columns={[
        { key: "period", head: t("column.period") },
        ...keys.map((key) => ({
          key,
          head: <Term of={index ? "hme" : "sickleave"}>{t(`column.${key}`)}</Term>,
          number: true,
        })),
      ]}
      rows={points.toReversed().map(({ period, value, answers, peers }) => ({
        key: period,
        head: periodInWords(period, locale),
        cells: {
          [index ? "index" : "percent"]: say(value),
          answers: answers === null ? t("notSaid") : number(answers, locale),
          peers: say(peers),
        },
      }))}
    />
  );
}

/** The last value, and its peers' beside it: which of them is higher is not said to be more than it is. */
function finding(
  signal: "hme" | "sick_leave",
  points: readonly SignalPoint[],
  say: Say,
  locale: Locale,
): string {
  const last = points.findLast(({ value }) => value !== null);
  if (last === undefined || last.value === null) return say("missing");
  const digits = isIndex(signal) ? 0 : 1;
  return say(`finding.${signal}.${last.peers === null ? "alone" : "peers"}`, {
    period: periodInWords(last.period, locale),
    value: number(last.value, locale, digits),
    peers: number(last.peers ?? 0, locale, digits),
  });
}

function periodInWords(period: string, locale: Locale): string {
  return period.length === 4 ? period : monthInWords(period, locale);
}
