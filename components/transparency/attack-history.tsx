import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { linksOf } from "@/components/transparency/links-picture";
import { Table } from "@/components/ui/table";
import type { LoggedAttack } from "@/lib/attack/due";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

/** Every attack in the log, newest first. */
export function AttackHistory({ attacks }: { readonly attacks: readonly LoggedAttack[] }) {
  const t = useTranslations("security.proof");
  const locale = useWordingLocale();
  return (
    <Table
      caption={t("historyName")}
      captionHidden
      width="l"
      columns={[
        { key: "day", head: t("day") },
        { key: "round", head: t("round") },
        { key: "occasion", head: t("occasion") },
        { key: "outcome", head: t("outcome") },
        { key: "links", head: t("linksHead"), number: true },
      ]}
      rows={attacks.toReversed().map((one) => {
        const links = linksOf(one);
        const mean = links ? number(links.mean, locale, 2) : t("notMeasured");
        return {
          key: String(one.seq),
          head: dayInWords(one.day, locale),
          cells: {
            round: quarterInWords(one.quarter, locale),
            occasion: t(`occasions.${one.occasion}`),
            outcome: t(one.held ? "short.held" : "short.leaked"),
            links: mean,
          },
        };
      })}
    />
  );
}
