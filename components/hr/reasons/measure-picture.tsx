import { useTranslations } from "next-intl";
import { BlockBars } from "@/components/charts/block-bars";
import { NoiseScale } from "@/components/charts/noise-scale";
import { FiledTable } from "@/components/hr/filed-table";
import { type Measure, type Measured, measured, UNIT_OF } from "@/components/hr/reasons/measured";
import { finding } from "@/components/hr/reasons/sentences";
import { fileAddress } from "@/components/hr/reasons/sheet";
import type { ReasonsWords } from "@/components/hr/reasons/words";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { FigureValue } from "@/components/reports/figure-value";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import type { ReasonsOverview } from "@/lib/reasons/overview";
import { aboveNoise } from "@/lib/reports/sentences/why";

type MeasureProps = {
  readonly measure: Measure;
  readonly view: ReasonsOverview;
  readonly words: ReasonsWords;
};

/** One thing that those who left said: sentence, drawing, what the noise does to it, table, files. */
export function MeasurePicture({ measure, view, words }: MeasureProps) {
  const t = useTranslations("hrReasons");
  const rows = measured(measure, view, words);
  if (rows.length === 0) return <p>{t("notAsked")}</p>;
  const widest = Math.max(0, ...rows.map(({ width }) => width ?? 0));
  const title = t(`measure.${measure}`);
  const caption = measure === "silence" ? "points" : UNIT_OF[measure];
  return (
    <>
      <Finding>
        <Said at={`${measure}-rows`}>{finding(measure, rows, words)}</Said>
      </Finding>
      <Picture
        title={title}
        caption={<Said>{words.say(`caption.${caption}`, { width: widest })}</Said>}
        table={
          <MeasureTable measure={measure} rows={rows} file={fileAddress(measure, view.choice)} />
        }
      >
        <Drawn measure={measure} rows={rows} width={widest} title={title} />
      </Picture>
    </>
  );
}

type DrawnProps = {
  readonly measure: Measure;
  readonly rows: readonly Measured[];
  readonly width: number;
  readonly title: string;
};

/** Counts: what stands out of the noise, and what is withheld; the table has the rest. Shares: all of them. */
function Drawn({ measure, rows, width, title }: DrawnProps) {
  const t = useTranslations("hrReasons");
  const unit = UNIT_OF[measure];
  if (unit === "index" || measure === "silence") {
    const points = rows.map((row) => ({ ...row, noise: row.width }));
    return <NoiseScale title={title} rows={points} share={unit === "percent"} />;
  }
  if (unit === "percent") return <BlockBars title={title} rows={rows} noise={width} share />;
  const out = [
    ...aboveNoise(rows, width),
    ...rows.filter(({ figure }) => figure.kind === "withheld"),
  ];
  return out.length === 0 ? (
    <p>{t("inTable")}</p>
  ) : (
    <BlockBars title={title} rows={out} noise={width} />
  );
}

const TERM = { percent: "share", answers: "about", index: "hme" } as const;

type MeasureTableProps = Pick<DrawnProps, "measure" | "rows"> & { readonly file: string };

function MeasureTable({ measure, rows, file }: MeasureTableProps) {
  const t = useTranslations("hrReasons");
  return (
    <FiledTable
      id={`${measure}-rows`}
      file={file}
      caption={t(`measure.${measure}`)}
      captionHidden
      columns={[
        { key: "name", head: t(`head.${measure}`) },
        {
          key: "figure",
          head: <Term of={TERM[UNIT_OF[measure]]}>{t(`unit.${UNIT_OF[measure]}`)}</Term>,
          number: true,
        },
        { key: "width", head: <Term of="noise">{t("width")}</Term>, number: true },
      ]}
      rows={rows.map(({ id, name, figure, width }) => ({
        key: id,
        head: name,
        ...(figure.kind === "withheld"
          ? { instead: <FigureValue figure={figure} /> }
          : {
              cells: {
                figure: <FigureValue figure={figure} />,
                width: width === null ? "" : t("plusMinus", { width }),
              },
            }),
      }))}
    />
  );
}
