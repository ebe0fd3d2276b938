import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { type ConfirmedNumber, totalOf } from "@/lib/confirmation/counts";

type Props = {
  readonly numbers: readonly ConfirmedNumber[];
  readonly nameOf: (unitCode: string) => string;
};

const WAYS = ["departures", "mail", "letter", "already", "nobody"] as const;

/** What is confirmed: departures per unit and kind, and what each of them would get. */
export function Numbers({ numbers, nameOf }: Props) {
  const t = useTranslations("auditor-imports.numbers");
  const kinds = useTranslations("import-page.departureKind");
  const counts = (sum: Readonly<Record<(typeof WAYS)[number], number>>) =>
    Object.fromEntries(WAYS.map((way) => [way, sum[way]]));
  return (
    <Table
      caption={t("name")}
      captionHidden
      width="l"
      columns={[
        { key: "unit", head: t("unit") },
        { key: "kind", head: t("kind") },
        ...WAYS.map((way) => ({ key: way, head: t(way), number: true })),
      ]}
      rows={[
        ...numbers.map((one) => ({
          key: `${one.unitCode} ${one.kind}`,
          head: nameOf(one.unitCode),
          cells: { kind: kinds(one.kind), ...counts(one) },
        })),
        { key: "all", head: t("all"), cells: { kind: "", ...counts(totalOf(numbers)) } },
      ]}
    />
  );
}
