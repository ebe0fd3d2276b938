import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { HatchPattern } from "@/components/charts/hatch";
import { round, Say } from "@/components/charts/marks";
import { type RollOutPoint, rollOutLayout } from "@/components/charts/roll-out-layout";

type RollOutProps = {
  readonly title: string;
  /** From the next quarter on. */
  readonly points: readonly RollOutPoint[];
};

/** How units join and get results of their own: decided pale with a line, proposed hatched, own results solid. */
export function RollOut({ title, points }: RollOutProps) {
  const t = useTranslations("charts.rollOut");
  const id = useId();
  const ends = points.filter(({ quarter }, i) => quarter.endsWith("Q4") || i === points.length - 1);
  const said = ends.map(({ quarter, covered, decided, own }) =>
    t("row", { year: quarter.slice(0, 4), covered, decided, own }),
  );
  const draw = (size: Size): Drawn => {
    const layout = rollOutLayout(points, size);
    const hatch = `${id}${size.width}`;
    return {
      height: layout.height,
      marks: <Stairs layout={layout} hatch={hatch} roomy={size.roomy} />,
    };
  };
  return <Drawing label={t("label", { title, rows: said.join(" ") })} draw={draw} />;
}

type StairsProps = {
  readonly layout: ReturnType<typeof rollOutLayout>;
  readonly hatch: string;
  readonly roomy: boolean;
};

function Stairs({ layout, hatch, roomy }: StairsProps) {
  const t = useTranslations("charts.rollOut");
  const { plot, grid, years, covered, decided, decidedEdge, own, labels } = layout;
  return (
    <>
      <HatchPattern id={hatch} />
      <Say x={0} y={14}>
        {t("unit")}
      </Say>
      {grid.map(({ value, y }) => (
        <g key={value}>
          <path className="grid" d={`M${plot.left} ${round(y)}H${plot.right}`} />
          <Say x={plot.left - 6} y={y + 4.5} anchor="end">
            {`${value}`}
          </Say>
        </g>
      ))}
      <path className="hatched" d={covered} fill={`url(#${hatch})`} />
      <path className="pale" d={decided} />
      <path className="solid" d={own} />
      {/* In front: units may have results of their own before they are in the programme. */}
      <path className="casing" d={decidedEdge} />
      <path className="edge" d={decidedEdge} />
      <path className="axis" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {years.map((year) => (
        <g key={year.id}>
          <path className="axis" d={`M${round(year.x)} ${plot.bottom}v5`} />
          <Say x={year.x} y={plot.bottom + 21} anchor="middle">
            {year.id}
          </Say>
        </g>
      ))}
      {labels.map((label) => (
        <Say
          key={label.id}
          x={roomy ? plot.right + 10 : plot.right - 4}
          y={label.y}
          anchor={roomy ? "start" : "end"}
          look="strong halo"
        >
          {t(label.id, { n: label.n })}
        </Say>
      ))}
    </>
  );
}
