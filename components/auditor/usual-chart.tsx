import { useTranslations } from "next-intl";
import { type UsualRow, usualLayout } from "@/components/auditor/usual-layout";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";
import { useWordingLocale } from "@/components/charts/wording";
import { number } from "@/lib/wording/number";

type Laid = ReturnType<typeof usualLayout>["rows"][number];

/** This quarter's departures of each unit beside its earlier quarters: filled = more than chance gives. */
export function UsualChart({ rows }: { readonly rows: readonly UsualRow[] }) {
  const t = useTranslations("auditor-imports.usual");
  const locale = useWordingLocale();
  const said = rows.map(({ name, now, usual, many }) =>
    usual === null
      ? t("saidUnknown", { name, now })
      : t("said", {
          name,
          now,
          many: many ? "yes" : "no",
          mean: number(usual.mean, locale, 1),
          low: usual.low,
          high: usual.high,
        }),
  );
  const draw = (size: Size): Drawn => {
    const layout = usualLayout(rows, size);
    return { height: layout.height, marks: <Marks layout={layout} /> };
  };
  return <Drawing label={said.join(" ")} draw={draw} />;
}

function Marks({ layout }: { readonly layout: ReturnType<typeof usualLayout> }) {
  return (
    <>
      {layout.ticks.map(({ value, x }) => (
        <g key={value}>
          <path className="grid" d={`M${round(x)} ${layout.top}V${layout.foot}`} />
          <Say x={x} y={layout.foot + 20} anchor="middle">
            {String(value)}
          </Say>
        </g>
      ))}
      {layout.rows.map((row) => (
        <Unit key={row.key} row={row} />
      ))}
    </>
  );
}

function Unit({ row }: { readonly row: Laid }) {
  const { name, nameY, middle, band, at, many, now } = row;
  return (
    <g>
      <Say x={0} y={nameY} look={many ? "strong halo" : "ink halo"}>
        {name}
      </Say>
      {band ? (
        <>
          <rect
            className="band"
            x={round(band.low)}
            y={middle - 7}
            width={round(band.high - band.low)}
            height="14"
          />
          <path
            className="cap"
            d={`M${round(band.low)} ${middle - 7}v14M${round(band.high)} ${middle - 7}v14`}
          />
          <path className="expl" d={`M${round(band.mean)} ${middle - 7}v14`} />
        </>
      ) : null}
      <circle className={many ? "pt on" : "pt"} cx={round(at)} cy={middle} r="5.5" />
      <Say x={at + 11} y={middle + 4} look={many ? "strong halo" : "ink halo"}>
        {String(now)}
      </Say>
    </g>
  );
}
