import { useTranslations } from "next-intl";
import { GapDots } from "@/components/charts/gap-dots";
import { FiledTable } from "@/components/hr/filed-table";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import type { GapLine } from "@/components/hr/signals/gap";
import { Term } from "@/components/hr/term";
import { FigureValue } from "@/components/reports/figure-value";
import { Picture } from "@/components/ui/picture";
import type { Figure } from "@/lib/disclosure/figure";

type GapPictureProps = {
  readonly title: string;
  readonly lines: readonly GapLine[];
  /** The heading of what the rows are of. */
  readonly first: string;
  /** The table's file. */
  readonly file: string;
};

/** Those who left beside those who stay: drawing, how to read it, table, file. */
export function GapPicture({ title, lines, first, file }: GapPictureProps) {
  const t = useTranslations("signals.gap");
  const noise = Math.max(0, ...lines.map((line) => line.noise ?? 0));
  return (
    <Picture
      title={title}
      caption={<Said>{noise > 0 ? marked(t)("captionNoise", { noise }) : t("caption")}</Said>}
      table={
        <FiledTable
          id="gap"
          file={file}
          caption={title}
          captionHidden
          columns={[
            { key: "name", head: first },
            ...["left", "stay", "gap"].map((key) => ({
              ...{ key, head: <Term of="hme">{t(`column.${key}`)}</Term>, number: true },
            })),
          ]}
          rows={lines.map(({ id, name, left, stay, gap }) => ({
            key: id,
            head: name,
            cells: {
              left: <FigureValue figure={left} />,
              stay: stay ?? t("missing"),
              gap: <Gap gap={gap} left={left} />,
            },
          }))}
        />
      }
    >
      <GapDots title={title} rows={lines} />
    </Picture>
  );
}

/** Where the leavers' own figure is not shown its reason stands beside it already. */
function Gap({ gap, left }: { readonly gap: Figure | null; readonly left: Figure }) {
  const t = useTranslations("signals.gap");
  if (left.kind === "withheld") return t("unknown");
  return gap === null ? t("missing") : <FigureValue figure={gap} />;
}
