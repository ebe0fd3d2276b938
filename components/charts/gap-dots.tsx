import { scaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
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
          {x.ticks(5).map((value) => (
            <g key={value}>
              <path className="grid" d={`M${round(x(value))} 18V${foot}`} />
              <Say x={x(value)} y={foot + 18} anchor="middle">
                {number(value, locale)}
              </Say>
            </g>
          ))}
          {rows.map((row, i) => (
            <Gap key={row.id} row={row} x={x} y={44 + i * STEP} named={i === 0} />
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
};

function Gap({ row, x, y, named }: GapProps) {
  const t = useTranslations("charts.gap");
  const words = useFigureWords();
  const locale = useWordingLocale();
  const { leavers, stayers, name } = row;
  const stay = number(stayers, locale);
  const right = named ? t("stayers", { value: stay }) : stay;
  const left =
    leavers.kind === "withheld"
      ? t("notShown")
      : named
        ? t("leavers", { value: words(leavers) })
        : words(leavers);
  const at = leavers.kind === "withheld" ? undefined : x(leavers.n);
  const { a, b } = apart(at ?? x(stayers) - 120, left, x(stayers), right);
  return (
    <>
      <Say x={0} y={y + 5} look="ink big">
        {name}
      </Say>
      {at === undefined ? null : (
        <>
          <path className="link" d={`M${round(at)} ${y}H${round(x(stayers))}`} />
          <circle cx={round(at)} cy={y} r="6" className="pt on" />
        </>
      )}
      <circle cx={round(x(stayers))} cy={y} r="6" className="pt" />
      <Say x={a} y={y - 12} anchor="middle" look={at === undefined ? "halo" : "strong halo"}>
        {left}
      </Say>
      <Say x={b} y={y - 12} anchor="middle" look="halo">
        {right}
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
