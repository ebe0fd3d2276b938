import { useTranslations } from "next-intl";
import { useId } from "react";
import { type BarMark, type BarRow, barMark, markEnd } from "@/components/charts/bar-layout";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";
import { useWordingLocale } from "@/components/charts/wording";
import { number } from "@/lib/wording/number";

type ClassBarsProps = {
  /** What is counted, for the text alternative: ”Det viktigaste skälet”. */
  readonly title: string;
  readonly rows: readonly BarRow[];
  /** All who answered: the axis, and ”av 68”. */
  readonly total: number;
};

/** One bar per class of answers, with its figure beside it. */
export function ClassBars({ title, rows, total }: ClassBarsProps) {
  const t = useTranslations("charts.bars");
  const words = useFigureWords();
  const locale = useWordingLocale();
  const id = useId();
  const value = ({ figure }: BarRow) =>
    figure.kind === "withheld"
      ? words(figure)
      : t("withTotal", { value: words(figure), total: number(total, locale) });
  const said = rows.map((row) => t("row", { name: row.name, value: value(row) })).join(", ");
  const draw = ({ width, roomy }: Size): Drawn => {
    const left = roomy ? (width === 872 ? 232 : 216) : 0;
    const room = width - left - (roomy ? 150 : 0);
    const step = roomy ? 44 : 60;
    return {
      height: rows.length * step - (roomy ? 0 : 12),
      marks: (
        <>
          <HatchPattern id={`${id}${width}`} />
          {rows.map((row, i) => (
            <Row
              key={row.id}
              row={row}
              value={value(row)}
              left={left}
              y={i * step}
              width={width}
              mark={barMark(row.figure, total, room, roomy ? 100 : 40)}
              hatch={`${id}${width}`}
              roomy={roomy}
            />
          ))}
        </>
      ),
    };
  };
  return <Drawing label={t("label", { title, rows: said })} draw={draw} />;
}

type RowProps = {
  readonly row: BarRow;
  readonly value: string;
  readonly left: number;
  readonly y: number;
  readonly width: number;
  readonly mark: BarMark;
  readonly hatch: string;
  readonly roomy: boolean;
};

function Row({ row, value, left, y, width, mark, hatch, roomy }: RowProps) {
  const withheld = row.figure.kind === "withheld";
  const thick = roomy ? 22 : 16;
  const top = y + (roomy ? 6 : 24);
  const look = withheld ? undefined : "ink big";
  return (
    <>
      <Say x={0} y={y + (roomy ? 17 : 14)} look="strong big">
        {row.name}
      </Say>
      {roomy && row.example ? (
        <Say x={0} y={y + 34}>
          {row.example}
        </Say>
      ) : null}
      <Mark mark={mark} x={left} y={top} thick={thick} strong={row.strong === true} hatch={hatch} />
      {roomy ? (
        <Say x={left + markEnd(mark) + 10} y={top + 16} look={look}>
          {value}
        </Say>
      ) : withheld ? (
        <Say x={markEnd(mark) + 10} y={top + 12.5}>
          {value}
        </Say>
      ) : (
        <Say x={width} y={y + 14} anchor="end" look={look}>
          {value}
        </Say>
      )}
    </>
  );
}

type MarkProps = {
  readonly mark: BarMark;
  readonly x: number;
  readonly y: number;
  readonly thick: number;
  readonly strong: boolean;
  readonly hatch: string;
};

function Mark({ mark, x, y, thick, strong, hatch }: MarkProps) {
  if (mark.kind === "bound") {
    const middle = y + thick / 2;
    const head = mark.to > mark.at ? -5 : 5;
    return (
      <>
        <path
          className="p95"
          d={`M${round(x + mark.at)} ${middle}H${round(x + mark.to)}M${round(x + mark.to + head)} ${middle - 5}l${-head} 5l${head} 5`}
        />
        <circle cx={round(x + mark.at)} cy={middle} r="5" className="pt on" />
      </>
    );
  }
  const look = mark.kind === "hatch" ? "hatched" : strong ? "solid" : "pale";
  return (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={Math.max(1, round(mark.width - 1))}
      height={thick - 1}
      className={look}
      fill={mark.kind === "hatch" ? `url(#${hatch})` : undefined}
    />
  );
}
