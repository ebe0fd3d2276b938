import { scaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";
import { textWidth } from "@/components/charts/text-width";
import { useWordingLocale } from "@/components/charts/wording";
import type { Figure } from "@/lib/disclosure/figure";
import { number } from "@/lib/wording/number";

export type GapRow = {
  readonly id: string;
  readonly name: string;
  /** Those who left: filled point. */
  readonly leavers: Figure;
  /** Those who stay, from the employee survey: hollow point. */
  readonly stayers: number;
};

type GapDotsProps = {
  readonly title: string;
  readonly rows: readonly GapRow[];
  /** An index scale need not begin at 0: its ends are printed. */
  readonly from?: number;
  readonly to?: number;
};

const STEP = 44;

/** Two groups on one line each: those who left and those who stay. */
export function GapDots({ title, rows, from = 0, to = 100 }: GapDotsProps) {
  const t = useTranslations("charts.gap");
  const words = useFigureWords();
  const locale = useWordingLocale();
  const id = useId();
  const said = rows.map(({ name, leavers, stayers }) =>
    leavers.kind === "withheld"
      ? t("onlyStayers", { name, stayers: number(stayers, locale) })
      : t("pair", { name, leavers: words(leavers), stayers: number(stayers, locale) }),
  );
  const draw = ({ width, roomy }: Size): Drawn => {
    const x = scaleLinear([from, to], [roomy ? 232 : 96, width - 16]);
    const foot = 18 + rows.length * STEP;
    return {
      height: foot + 24,
      marks: (
        <>
          <HatchPattern id={`${id}${width}`} />
          {x.ticks(5).map((value) => (
            <g key={value}>
              <path className="grid" d={`M${round(x(value))} 18V${foot}`} />
              <Say x={x(value)} y={foot + 18} anchor="middle">
                {number(value, locale)}
              </Say>
            </g>
          ))}
          {rows.map((row, i) => (
            <Gap
              key={row.id}
              row={row}
              x={x}
              y={44 + i * STEP}
              named={i === 0}
              hatch={`${id}${width}`}
              start={x(from)}
            />
          ))}
        </>
      ),
    };
  };
  return <Drawing label={`${title}. ${said.join(", ")}.`} draw={draw} />;
}

type GapProps = {
  readonly row: GapRow;
  readonly x: (value: number) => number;
  readonly y: number;
  /** The first row says which point is which. */
  readonly named: boolean;
  readonly hatch: string;
  /** Where the scale begins: withheld is hatched from there. */
  readonly start: number;
};

function Gap({ row, x, y, named, hatch, start }: GapProps) {
  const t = useTranslations("charts.gap");
  const words = useFigureWords();
  const stay = number(row.stayers, useWordingLocale());
  const right = named ? t("stayers", { value: stay }) : stay;
  const { leavers } = row;
  if (leavers.kind === "withheld") {
    return (
      <>
        <Stayers row={row} x={x(row.stayers)} y={y} text={right} textX={x(row.stayers)} />
        <rect
          x={round(start)}
          y={y - 6}
          width="64"
          height="12"
          className="hatched"
          fill={`url(#${hatch})`}
        />
        <Say x={start} y={y - 12} look="halo">
          {t("notShown")}
        </Say>
      </>
    );
  }
  const left = named ? t("leavers", { value: words(leavers) }) : words(leavers);
  const at = x(leavers.n);
  const { a, b } = apart(at, left, x(row.stayers), right);
  return (
    <>
      <path className="link" d={`M${round(at)} ${y}H${round(x(row.stayers))}`} />
      <Stayers row={row} x={x(row.stayers)} y={y} text={right} textX={b} />
      <circle cx={round(at)} cy={y} r="6" className="pt on" />
      <Say x={a} y={y - 12} anchor="middle" look="strong halo">
        {left}
      </Say>
    </>
  );
}

type StayersProps = {
  readonly row: GapRow;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly textX: number;
};

/** The row's name and its hollow point. */
function Stayers({ row, x, y, text, textX }: StayersProps) {
  return (
    <>
      <Say x={0} y={y + 5} look="ink big">
        {row.name}
      </Say>
      <circle cx={round(x)} cy={y} r="6" className="pt" />
      <Say x={textX} y={y - 12} anchor="middle" look="halo">
        {text}
      </Say>
    </>
  );
}

/** Moves two centred texts apart, each as much, until 8 px part them. */
export function apart(a: number, textA: string, b: number, textB: string) {
  const need = (textWidth(textA, true) + textWidth(textB)) / 2 + 8;
  const move = Math.max(0, (need - Math.abs(b - a)) / 2);
  return a <= b ? { a: a - move, b: b + move } : { a: a + move, b: b - move };
}
