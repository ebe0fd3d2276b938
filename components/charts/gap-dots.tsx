import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { HundredAxis } from "@/components/charts/hundred-axis";
import { round, Say } from "@/components/charts/marks";
import type { Figure } from "@/lib/disclosure/figure";

/** One index, 0 to 100, among those who left and those who stay. */
export type GapRow = {
  readonly id: string;
  readonly name: string;
  readonly left: Figure;
  /** Null where it is missing. */
  readonly stay: number | null;
  /** Half the width of the noise in the leavers' figure; null without noise. */
  readonly noise: number | null;
};

type GapDotsProps = { readonly title: string; readonly rows: readonly GapRow[] };

const TOP = 24;

/** Two groups: one line between a filled point (those who left) and a hollow one (those who stay). */
export function GapDots({ title, rows }: GapDotsProps) {
  const t = useTranslations("signals.dots");
  const figureWords = useFigureWords();
  const id = useId();
  // Beside the hatch there is room for few words: the reason stands in the table.
  const words = ({ left, stay }: GapRow) => {
    const said = left.kind === "withheld" ? t("withheld") : figureWords(left);
    return t(stay === null ? "leftOnly" : "both", { left: said, stay: stay ?? 0 });
  };
  const draw = (size: Size): Drawn => {
    const { width, roomy } = size;
    const [from, to] = roomy ? [200, width - 260] : [8, width - 8];
    const step = roomy ? 40 : 62;
    const x = (n: number) => from + ((to - from) * Math.min(Math.max(n, 0), 100)) / 100;
    const height = TOP + rows.length * step;
    const hatch = `${id}${width}`;
    return {
      height,
      marks: (
        <>
          <HatchPattern id={hatch} />
          <HundredAxis x={x} height={height} size={size} />
          {rows.map((row, i) => {
            const y = TOP + i * step;
            const middle = y + (roomy ? 20 : 46);
            return (
              <g key={row.id}>
                <Say x={0} y={roomy ? middle + 5 : y + 16} look="ink halo">
                  {row.name}
                </Say>
                <Say x={roomy ? to + 16 : 0} y={roomy ? middle + 5 : y + 32} look="ink halo">
                  {words(row)}
                </Say>
                <GapMark row={row} x={x} y={middle} hatch={hatch} />
              </g>
            );
          })}
        </>
      ),
    };
  };
  const said = rows.map((row) => t("row", { name: row.name, words: words(row) })).join(" ");
  return <Drawing label={t("label", { title, rows: said })} draw={draw} />;
}

type GapMarkProps = {
  readonly row: GapRow;
  readonly x: (n: number) => number;
  readonly y: number;
  readonly hatch: string;
};

function GapMark({ row: { left, stay, noise }, x, y, hatch }: GapMarkProps) {
  const hollow =
    stay === null ? null : <circle cx={round(x(stay))} cy={y} r="5.5" className="pt" />;
  if (left.kind === "withheld") {
    return (
      <>
        <rect
          x={round(x(0)) + 0.5}
          y={y - 7.5}
          width={64}
          height="15"
          className="hatched"
          fill={`url(#${hatch})`}
        />
        {hollow}
      </>
    );
  }
  const at = round(x(left.n));
  return (
    <>
      {noise === null ? null : <NoiseBand from={x(left.n - noise)} to={x(left.n + noise)} y={y} />}
      {left.kind === "at-most" ? <Arrow at={at} end={round(x(0))} y={y} /> : null}
      {left.kind === "at-least" ? <Arrow at={at} end={round(x(100))} y={y} /> : null}
      {stay === null ? null : <path className="link" d={`M${at} ${y}H${round(x(stay))}`} />}
      <circle cx={at} cy={y} r="5.5" className="pt on" />
      {hollow}
    </>
  );
}

function NoiseBand({
  from,
  to,
  y,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}) {
  const [left, right] = [round(from), round(to)];
  return (
    <>
      <rect x={left} y={y - 7} width={round(right - left)} height="14" className="band" />
      <path className="cap" d={`M${left} ${y - 7}v14M${right} ${y - 7}v14`} />
    </>
  );
}

/** To the end of the scale on the open side. */
function Arrow({ at, end, y }: { readonly at: number; readonly end: number; readonly y: number }) {
  const head = end < at ? 6 : -6;
  return <path className="p95" d={`M${at} ${y}H${end}m${head} -5l${-head} 5l${head} 5`} />;
}
