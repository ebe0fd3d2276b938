import { useTranslations } from "next-intl";
import { useId } from "react";
import { type BarRow, blocks } from "@/components/charts/bar-layout";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { useFigureWords } from "@/components/charts/figure-words";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";
import { linesOf, textWidth } from "@/components/charts/text-width";

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

/** The size of names, and of those that need two lines. */
const BIG = 15;
const SMALL = 13;

/** A name on the one line it has room for, or on two smaller ones. */
function nameLines(name: string, room: number): readonly string[] {
  return textWidth(name, false, BIG) <= room ? [name] : linesOf(name, room, SMALL);
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
    // Type differs from device to device: room is left for a face that is a little wider.
    const room = roomy ? left - 28 : width;
    // On a phone names stand above their blocks, and all rows are as high as the highest.
    const lines = Math.max(...rows.map(({ name }) => nameLines(name, room).length), 1);
    const above = roomy ? 0 : 20 + 16 * (lines - 1);
    const step = roomy ? 38 : above + 32;
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
              names={nameLines(row.name, room)}
              y={i * step}
              above={above}
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
  readonly names: readonly string[];
  readonly y: number;
  /** Height of the names above the blocks; 0 where they stand beside them. */
  readonly above: number;
  readonly unit: number;
  readonly noise: number;
  readonly hatch: string;
  readonly roomy: boolean;
};

function Row({ row, value, left, names, y, above, unit, noise, hatch, roomy }: RowProps) {
  const top = y + (roomy ? 4 : above);
  const thick = roomy ? 20 : 14;
  const { figure } = row;
  const drawn = figure.kind === "withheld" ? undefined : blocks(figure.n, noise, unit);
  const hatched = roomy ? 100 : 64;
  const end = drawn ? Math.max(drawn.end, drawn.noise.to) : hatched;
  return (
    <>
      {names.map((line, i) => (
        <Say
          key={line}
          x={0}
          y={
            y + (roomy ? 19 - 8 * (names.length - 1) : above - 7 - 16 * (names.length - 1)) + 16 * i
          }
          look={names.length > 1 ? "ink" : "ink big"}
        >
          {line}
        </Say>
      ))}
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
