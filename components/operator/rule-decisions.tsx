import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Table } from "@/components/ui/table";
import type { RuleTold } from "@/lib/decisions/told";
import { readingOf } from "@/lib/turnover/stored";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { percent } from "@/lib/wording/number";

const COLUMNS = ["from", "what", "kinds", "reason", "log"] as const;

/** Each decision on the motion's rule, the newest first. `decided`: in the log's order. */
export function RuleDecisions({ decided }: { readonly decided: readonly RuleTold[] }) {
  const t = useTranslations("operator-programme.rule");
  const readings = useTranslations("definitions.policies");
  const kinds = useTranslations("hrUnit.kinds.words");
  const locale = useWordingLocale();
  if (decided.length === 0) return <p>{t("none")}</p>;
  return (
    <Table
      caption={t("name")}
      captionHidden
      narrow="list"
      columns={COLUMNS.map((key) => ({ key, head: t(key) }))}
      rows={decided.toReversed().map((one) => ({
        key: String(one.seq),
        head: quarterInWords(one.fromQuarter, locale),
        cells: {
          what: t("says", {
            ...{ threshold: percent(one.threshold, locale), years: one.years },
            rule: readings(`rule-${readingOf(one.rule)}`),
          }),
          kinds:
            listInWords(
              one.kinds.map((kind) => kinds(kind)),
              locale,
            ) || t("noKinds"),
          reason: one.reason,
          log: t("logged", { seq: one.seq, day: dayInWords(one.day, locale) }),
        },
      }))}
    />
  );
}
