import { useTranslations } from "next-intl";
import { FiledTable } from "@/components/hr/filed-table";
import { Term } from "@/components/hr/term";
import { FigureValue } from "@/components/reports/figure-value";
import { HME_PARTS, type Hme } from "@/lib/disclosure/hme";

type HmeTableProps = { readonly hme: Hme; readonly caption: string; readonly file: string };

/** HME and its three parts, 0 to 100. */
export function HmeTable({ hme, caption, file }: HmeTableProps) {
  const t = useTranslations("hrUnit.answers");
  return (
    <FiledTable
      file={file}
      caption={caption}
      columns={[
        { key: "part", head: t("hme.part") },
        { key: "index", head: <Term of="hme">{t("hme.index")}</Term>, number: true },
      ]}
      rows={(["total", ...HME_PARTS] as const).map((part) => ({
        key: part,
        head: t(`part.${part}`),
        ...(hme[part].kind === "withheld"
          ? { instead: <FigureValue figure={hme[part]} /> }
          : { cells: { index: <FigureValue figure={hme[part]} /> } }),
      }))}
    />
  );
}
