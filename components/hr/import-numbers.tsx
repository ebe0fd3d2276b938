import { useTranslations } from "next-intl";
import { FiledTable } from "@/components/hr/filed-table";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import type { UnitKindNumbers } from "@/lib/departures/plan";

type ImportNumbersProps = {
  readonly numbers: readonly UnitKindNumbers[];
  /** In the demonstration nobody is waited for. */
  readonly demonstration: boolean;
  /** What the numbers are of, as an address says it: `draft=…` or `import=…`. */
  readonly of: string;
};

/** How many departures come and go for each unit and kind: what somebody outside HR vouches for. */
export function ImportNumbers({ numbers, demonstration, of }: ImportNumbersProps) {
  const t = useTranslations("import-page");
  if (numbers.length === 0) return null;
  return (
    <Section name={t("numbers.name")} context={t("numbers.context")}>
      <Finding>{demonstration ? t("numbers.demonstration") : t("numbers.waits")}</Finding>
      <FiledTable
        file={`/hr/downloads/import-numbers?${of}`}
        caption={t("numbers.name")}
        captionHidden
        columns={[
          { key: "unit", head: t("field.unitCode") },
          { key: "kind", head: t("field.kind") },
          { key: "added", head: t("part.added"), number: true },
          { key: "removed", head: t("part.removed"), number: true },
        ]}
        rows={numbers.map(({ unitCode, kind, added, removed }) => ({
          key: `${unitCode} ${kind}`,
          head: unitCode,
          cells: { kind: t(`departureKind.${kind}`), added, removed },
        }))}
      />
    </Section>
  );
}
