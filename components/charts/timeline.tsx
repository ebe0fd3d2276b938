import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";
import { textWidth } from "@/components/charts/text-width";
import { useWordingLocale } from "@/components/charts/wording";
import { dayAndMonth } from "@/lib/wording/date";

/** Calendar days, `YYYY-MM-DD`, in this order; `today` anywhere. */
type TimelineProps = {
  readonly opens: string;
  readonly closes: string;
  readonly publishes: string;
  readonly today: string;
};

const BAR = { y: 54, height: 16 };
const EDGE = 6;

/** A round on a line of time: receiving (pale), since the close (dark), until publication (hatched). */
export function Timeline(days: TimelineProps) {
  const t = useTranslations("charts.timeline");
  const locale = useWordingLocale();
  const id = useId();
  const words = {
    opens: dayAndMonth(days.opens, locale),
    closes: dayAndMonth(days.closes, locale),
    publishes: dayAndMonth(days.publishes, locale),
    today: dayAndMonth(days.today, locale),
  };
  const draw = (size: Size): Drawn => ({
    height: 116,
    marks: <Round days={days} words={words} hatch={`${id}${size.width}`} size={size} />,
  });
  return <Drawing label={t("label", words)} draw={draw} />;
}

/** Where days stand between the two ends of the line; today is held within them. */
export function timelinePlaces(days: TimelineProps, width: number) {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const from = at(days.opens);
  const share = (day: string) =>
    Math.min(Math.max((at(day) - from) / (at(days.publishes) - from), 0), 1);
  const x = (day: string) => EDGE + share(day) * (width - 2 * EDGE);
  return { opens: EDGE, closes: x(days.closes), publishes: width - EDGE, today: x(days.today) };
}

type RoundProps = {
  readonly days: TimelineProps;
  readonly words: TimelineProps;
  readonly hatch: string;
  readonly size: Size;
};

function Round({ days, words, hatch, size }: RoundProps) {
  const t = useTranslations("charts.timeline");
  const places = timelinePlaces(days, size.width);
  const { opens, closes, publishes, today } = places;
  const said = t("today", { day: words.today });
  const half = textWidth(said, true) / 2;
  const passed = (day: string) => day <= days.today;
  const received = Math.min(today, closes);
  return (
    <>
      <HatchPattern id={hatch} />
      <Bar from={opens} to={publishes} look="hatched" fill={`url(#${hatch})`} />
      <Bar from={opens} to={received} look="pale" />
      {today > closes ? <Bar from={closes} to={today} look="solid" /> : null}
      {received - opens > 140 ? (
        <Say x={(opens + received) / 2} y={66.5} anchor="middle" look="ink">
          {t("receiving")}
        </Say>
      ) : null}
      <path className="limit" d={`M${round(today)} 36V76`} />
      <Say
        x={Math.min(Math.max(today, half), size.width - half)}
        y={28}
        anchor="middle"
        look="strong"
      >
        {said}
      </Say>
      <Day
        x={opens}
        anchor="start"
        day={words.opens}
        word={t(passed(days.opens) ? "opened" : "opens")}
      />
      <Day
        x={closes}
        anchor={size.roomy ? "middle" : "end"}
        day={words.closes}
        word={t(passed(days.closes) ? "closed" : "closes")}
      />
      <Day
        x={publishes}
        anchor="end"
        day={words.publishes}
        word={t(passed(days.publishes) ? "published" : "publishes")}
        strong
      />
    </>
  );
}

type BarProps = {
  readonly from: number;
  readonly to: number;
  readonly look: string;
  readonly fill?: string;
};

function Bar({ from, to, look, fill }: BarProps) {
  return (
    <rect
      x={round(from)}
      y={BAR.y}
      width={round(Math.max(0, to - from))}
      height={BAR.height}
      className={look}
      fill={fill}
    />
  );
}

type DayProps = {
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
  readonly day: string;
  readonly word: string;
  readonly strong?: boolean;
};

function Day({ x, anchor, day, word, strong = false }: DayProps) {
  return (
    <>
      <Say x={x} y={92} anchor={anchor} look={strong ? "strong" : "ink"}>
        {day}
      </Say>
      <Say x={x} y={110} anchor={anchor}>
        {word}
      </Say>
    </>
  );
}
