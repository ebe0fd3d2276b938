import { useTranslations } from "next-intl";
import { type Shown, useQuarters } from "@/components/reports/data/quarters";
import { SIGNS } from "@/components/reports/verdict";
import { type Row, Table } from "@/components/ui/table";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { type NamedUnit, namedUnits } from "@/lib/reports/over-time";
import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** The verdicts of every named unit: of the kind that the motion speaks of, then of the others. */
export function VerdictsOverTime({ shown, kinds }: Shown & { readonly kinds: string }) {
  const t = useTranslations("report-data.overTime");
  const units = namedUnits(shown);
  const others = units.filter(({ inScope }) => !inScope);
  if (units.length === 0) return <p>{t("noUnits")}</p>;
  return (
    <>
      <Verdicts shown={shown} caption={kinds} units={units.filter(({ inScope }) => inScope)} />
      <Verdicts shown={shown} caption={t("others")} units={others} />
    </>
  );
}

type VerdictsProps = Shown & { readonly caption: string; readonly units: readonly NamedUnit[] };

function Verdicts({ shown, caption, units }: VerdictsProps) {
  const t = useTranslations("report-data.overTime");
  const verdict = useTranslations("figures.verdict.word");
  const columns = [
    { key: "unit", head: t("unit") },
    ...useQuarters(shown).map((column) => ({ ...column, number: false })),
  ];
  const rows = units.map(({ code, name }): Row => {
    const inReport = ({ turnover }: ReportSnapshot) => {
      const word = turnover.units.find((unit) => unit.code === code)?.verdict.word;
      if (word === undefined) return <span className="wh">{t("notNamed")}</span>;
      return (
        <span className="small whitespace-nowrap">
          <VerdictMark {...SIGNS[word]} /> {verdict(word)}
        </span>
      );
    };
    return {
      key: code,
      head: name,
      cells: Object.fromEntries(shown.map((snapshot) => [snapshot.quarter, inReport(snapshot)])),
    };
  });
  if (rows.length === 0) return null;
  return <Table caption={caption} width="xl" columns={columns} rows={rows} />;
}
