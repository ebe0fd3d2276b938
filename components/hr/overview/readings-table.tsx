import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable, MOST_ROWS } from "@/components/hr/filed-table";
import type { OverviewWords } from "@/components/hr/overview/sentences";
import { overviewFile } from "@/components/hr/overview/sheet";
import type { OverviewView } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { UnitLink } from "@/components/hr/unit-link";
import type { Column } from "@/components/ui/table";
import { lastWholeYear } from "@/lib/turnover/month";
import type { RuleOutcome } from "@/lib/turnover/rule";
import type { UnitSummary } from "@/lib/turnover/summary";
import { percent, span } from "@/lib/wording/number";

type ReadingsProps = {
  readonly view: OverviewView;
  readonly units: readonly UnitSummary[];
  readonly words: OverviewWords;
};

/** "At least 10 % during at least 3 years", both ways, without and with retirement. */
export function ReadingsTable({ view, units, words }: ReadingsProps) {
  const { policy, asOf } = view;
  const t = useTranslations("hrOverview");
  const limit = percent(policy.threshold, useWordingLocale(), 0);
  const last = lastWholeYear(asOf);
  const values = { years: span(last - policy.years + 1, last), months: 12 * policy.years };
  const say = (outcome: RuleOutcome) => t(`outcome.${outcome}`);
  const columns: Column[] = ["unit", "eachYear", "pooled", "eachYearAll", "pooledAll"].map(
    (key) => {
      const head = t(`columns.${key}`, values);
      return { key, head: key === "unit" ? head : <Term of="rule">{head}</Term> };
    },
  );
  return (
    <FiledTable
      file={overviewFile("readings", view)}
      caption={t("groups.file")}
      title={<Said>{words.say("groups.readings", { limit, years: policy.years })}</Said>}
      width="l"
      columns={columns}
      of={units.length}
      rows={units.slice(0, MOST_ROWS).map(({ code, name, rule }) => ({
        key: code,
        head: <UnitLink code={code} name={name} />,
        cells: {
          eachYear: say(rule.externalExcl.eachYear),
          pooled: say(rule.externalExcl.pooled),
          eachYearAll: say(rule.external.eachYear),
          pooledAll: say(rule.external.pooled),
        },
      }))}
    />
  );
}
