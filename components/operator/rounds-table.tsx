import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { ListedRound } from "@/components/operator/quarter-view";
import { Table } from "@/components/ui/table";
import { quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

/** Every round, newest first: its state and, once receiving has stopped, its totals. */
export function RoundsTable({ rounds }: { readonly rounds: readonly ListedRound[] }) {
  const t = useTranslations("operator.rounds");
  const locale = useWordingLocale();
  const figure = (n: number | null) => (n === null ? t("notTold") : number(n, locale));
  return (
    <Table
      caption={t("name")}
      captionHidden
      width="l"
      columns={[
        { key: "quarter", head: t("quarter") },
        { key: "state", head: t("state") },
        { key: "issued", head: t("issued"), number: true },
        { key: "received", head: t("received"), number: true },
        { key: "counted", head: t("counted"), number: true },
        { key: "receipts", head: t("receipts") },
      ]}
      rows={rounds.toReversed().map(({ quarter, state, issued, received, counted }) => ({
        key: quarter,
        head: <a href={`/operator?quarter=${quarter}`}>{quarterInWords(quarter, locale)}</a>,
        cells: {
          state: t(`states.${state}`),
          issued: figure(received === null ? null : issued),
          received: figure(received),
          counted: figure(counted),
          receipts:
            state === "mixed" ? <a href={`/receipts/${quarter}`}>{t("toReceipts")}</a> : null,
        },
      }))}
    />
  );
}
