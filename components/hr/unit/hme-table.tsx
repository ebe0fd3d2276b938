import { useTranslations } from "next-intl";
import { FigureValue } from "@/components/reports/figure-value";
import { Table } from "@/components/ui/table";
import { HME_PARTS, type Hme } from "@/lib/disclosure/hme";

/** HME and its three parts, 0 to 100. */
export function HmeTable({ hme, caption }: { readonly hme: Hme; readonly caption: string }) {
  const t = useTranslations("hrUnit.answers");
  return (
    <Table
      caption={caption}
      columns={[
        { key: "part", head: t("hme.part") },
        { key: "index", head: t("hme.index"), number: true },
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
