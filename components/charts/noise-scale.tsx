import { useTranslations } from "next-intl";
import { useId } from "react";
import type { BarRow } from "@/components/charts/bar-layout";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { HundredAxis } from "@/components/charts/hundred-axis";
import { round, Say } from "@/components/charts/marks";

/** A figure of 0 to 100 and half the width of its noise. */
export type NoiseRow = BarRow & { readonly noise: number | null };

type NoiseScaleProps = {
  readonly title: string;
  readonly rows: readonly NoiseRow[];
  /** Figures are shares in per cent, not points of an index. */
  readonly share?: boolean;
};

const TOP = 24;

/** Figures of 0 to 100, each a point with the bar of its noise: which of them could as well be alike. */
export function NoiseScale({ title, rows, share = false }: NoiseScaleProps) {
  const t = useTranslations("charts");
  const figureWords = useFigureWords();
  const id = useId();
  const words = ({ figure }: NoiseRow) =>
    share && figure.kind !== "withheld"
      ? t("bars.percent", { value: figureWords(figure) })
      : figureWords(figure);
  const said = rows.map((row) =>
    row.noise === null || row.figure.kind === "withheld"
      ? t("noise.rowAlone", { name: row.name, value: words(row) })
      : t("noise.row", { name: row.name, value: words(row), noise: row.noise }),
  );
  const draw = (size: Size): Drawn => {
    const { width, roomy } = size;
    const left = roomy ? 240 : 8;
    const right = width - (roomy ? 150 : 8);
    const step = roomy ? 40 : 58;
    const x = (n: number) => left + ((right - left) * Math.min(Math.max(n, 0), 100)) / 100;
    const height = TOP + rows.length * step;
    return {
      height,
      marks: (
        <>
          <HatchPattern id={`${id}${width}`} />
          <HundredAxis x={x} height={height} size={size} />
          {rows.map((row, i) => (
            <NoiseMark
              key={row.id}
              row={row}
              words={words(row)}
              x={x}
              y={TOP + i * step}
              end={right}
              roomy={roomy}
              hatch={`${id}${width}`}
            />
          ))}
        </>
      ),
    };
  };
  return <Drawing label={t("bars.label", { title, rows: said.join(", ") })} draw={draw} />;
}

type NoiseMarkProps = {
  readonly row: NoiseRow;
  readonly words: string;
  readonly x: (n: number) => number;
  readonly y: number;
  /** Where the scale ends and the figure's words begin. */
  readonly end: number;
  readonly roomy: boolean;
  readonly hatch: string;
};

function NoiseMark({ row, words, x, y, end, roomy, hatch }: NoiseMarkProps) {
  const { figure, noise, name } = row;
  const middle = y + (roomy ? 20 : 38);
  const shown = figure.kind !== "withheld";
  return (
    <>
      <Say x={0} y={roomy ? middle + 5 : y + 18} look="ink big halo">
        {name}
      </Say>
      <Say
        x={roomy ? end + 16 : end + 8}
        y={roomy ? middle + 5 : y + 18}
        anchor={roomy ? "start" : "end"}
        look={shown ? "ink halo" : "halo"}
      >
        {words}
      </Say>
      {shown ? (
        <>
          {noise === null ? null : (
            <>
              <rect
                x={round(x(figure.n - noise))}
                y={middle - 7}
                width={round(x(figure.n + noise) - x(figure.n - noise))}
                height="14"
                className="band"
              />
              <path
                className="cap"
                d={`M${round(x(figure.n - noise))} ${middle - 7}v14M${round(x(figure.n + noise))} ${middle - 7}v14`}
              />
            </>
          )}
          <circle cx={round(x(figure.n))} cy={middle} r="5.5" className="pt on" />
        </>
      ) : (
        <rect
          x={round(x(0)) + 0.5}
          y={middle - 7.5}
          width={64}
          height="15"
          className="hatched"
          fill={`url(#${hatch})`}
        />
      )}
    </>
  );
}
