import { useTranslations } from "next-intl";
import { useId } from "react";
import { type BarRow, blocks } from "@/components/charts/bar-layout";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";

type BlockBarsProps = {
  readonly title: string;
  /** Rounded figures of cells; `figure.n` in fives. */
  readonly rows: readonly BarRow[];
  /** Half the width of the noise, in what the rows count: the thin bar under the blocks. */
  readonly noise: number;
  /** Rows are shares in per cent: a block is five points. */
  readonly share?: boolean;
};

/** Room for the names before the blocks, and for the figures after them. */
function columns(width: number, roomy: boolean) {
  if (!roomy) return { left: 0, value: 92 };
  return width === 872 ? { left: 312, value: 196 } : { left: 272, value: 110 };
}

/** About how many: blocks of five with gaps, so that the roughness is visible. */
export function BlockBars({ title, rows, noise, share = false }: BlockBarsProps) {
  const t = useTranslations("charts.bars");
  const figureWords = useFigureWords();
  const words = (figure: BarRow["figure"]) =>
    share && figure.kind !== "withheld"
      ? t("percent", { value: figureWords(figure) })
      : figureWords(figure);
  const id = useId();
  const said = rows.map((row) => t("row", { name: row.name, value: words(row.figure) })).join(", ");
  const most = Math.max(5, ...rows.map((r) => (r.figure.kind === "withheld" ? 0 : r.figure.n)));
  const draw = ({ width, roomy }: Size): Drawn => {
    const { left, value } = columns(width, roomy);
    const unit = Math.min((width - left - value) / (most + noise), roomy ? 10.4 : 6.8);
    const step = roomy ? 38 : 52;
    return {
      height: rows.length * step,
      marks: (
        <>
          <HatchPattern id={`${id}${width}`} />
          {rows.map((row, i) => (
            <Row
              key={row.id}
              row={row}
              value={words(row.figure)}
              left={left}
              y={i * step}
              unit={unit}
              noise={noise}
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
  readonly unit: number;
  readonly noise: number;
  readonly hatch: string;
  readonly roomy: boolean;
};

function Row({ row, value, left, y, unit, noise, hatch, roomy }: RowProps) {
  const top = y + (roomy ? 4 : 20);
  const thick = roomy ? 20 : 14;
  const { figure, name } = row;
  const drawn = figure.kind === "withheld" ? undefined : blocks(figure.n, noise, unit);
  const hatched = roomy ? 100 : 64;
  const end = drawn ? Math.max(drawn.end, drawn.noise.to) : hatched;
  return (
    <>
      <Say x={0} y={y + (roomy ? 19 : 13)} look="ink big">
        {name}
      </Say>
      {drawn?.blocks.map((b) => (
        <rect
          key={b.x}
          x={round(left + b.x)}
          y={top}
          width={round(b.width)}
          height={thick}
          className="solid"
        />
      ))}
      {drawn ? (
        <rect
          x={round(left + drawn.noise.from)}
          y={top + thick + 3}
          width={round(drawn.noise.to - drawn.noise.from)}
          height="3"
          className="mid"
        />
      ) : (
        <rect
          x={left + 0.5}
          y={top + 0.5}
          width={hatched}
          height={thick - 1}
          className="hatched"
          fill={`url(#${hatch})`}
        />
      )}
      <Say x={left + end + 12} y={top + thick / 2 + 4.5} look={drawn ? "ink" : undefined}>
        {value}
      </Say>
    </>
  );
}
