import { useTranslations } from "next-intl";
import { UsualChart } from "@/components/auditor/usual-chart";
import { useWordingLocale } from "@/components/charts/wording";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Table } from "@/components/ui/table";
import type { Compared } from "@/lib/confirmation/usual";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { number, range } from "@/lib/wording/number";

type Props = {
  readonly compared: readonly Compared[];
  readonly nameOf: (unitCode: string) => string;
};

/** Whether the units lose more than they use to, as picture and table. */
export function Usual({ compared, nameOf }: Props) {
  const t = useTranslations("auditor-imports.usual");
  const locale = useWordingLocale();
  if (compared.length === 0) return <p>{t("nobody")}</p>;
  const names = [...new Set(compared.filter(({ many }) => many).map((c) => nameOf(c.unitCode)))];
  const one = new Set(compared.map(({ quarter }) => quarter)).size === 1;
  const rows = compared.map(({ unitCode, quarter, ...rest }) => ({
    ...rest,
    key: `${unitCode} ${quarter}`,
    name: one ? nameOf(unitCode) : `${nameOf(unitCode)}, ${t("short", { n: quarter.slice(-1) })}`,
  }));
  return (
    <>
      <Finding>{t("finding", { n: names.length, names: listInWords(names, locale) })}</Finding>
      <Picture caption={t("caption")} table={<UsualTable compared={compared} nameOf={nameOf} />}>
        <UsualChart rows={rows} />
      </Picture>
      <p>{t("mayBe")}</p>
    </>
  );
}

function UsualTable({ compared, nameOf }: Props) {
  const t = useTranslations("auditor-imports.usual");
  const locale = useWordingLocale();
  return (
    <Table
      caption={t("name")}
      captionHidden
      width="l"
      columns={[
        { key: "unit", head: t("unit") },
        { key: "quarter", head: t("quarter") },
        { key: "here", head: t("here"), number: true },
        { key: "now", head: t("now"), number: true },
        { key: "mean", head: t("mean"), number: true },
        { key: "range", head: t("range"), number: true },
        { key: "verdict", head: t("verdict") },
      ]}
      rows={compared.map(({ unitCode, quarter, here, now, usual, many }) => ({
        key: `${unitCode} ${quarter}`,
        head: nameOf(unitCode),
        cells: {
          quarter: quarterInWords(quarter, locale),
          here,
          now,
          mean: usual ? number(usual.mean, locale, 1) : t("unknown"),
          range: usual ? range(usual.low, usual.high, locale) : t("unknown"),
          verdict: usual ? t(many ? "many" : "usual") : t("unknownVerdict"),
        },
      }))}
    />
  );
}
