import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { DecisionLine } from "@/lib/decisions/line";
import { readingOf } from "@/lib/turnover/stored";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { percent } from "@/lib/wording/number";

/** Says in one sentence what a decision of the employer's decides, from when and why. */
export function useDecisionWords(): (line: DecisionLine) => string {
  const t = useTranslations("log.decisions");
  const scopes = useTranslations("programme.scope");
  const readings = useTranslations("definitions.policies");
  const kinds = useTranslations("hrUnit.kinds.words");
  const locale = useWordingLocale();
  return ({ kind, content }) => {
    const { number, reason } = content;
    const about = { number, reason, quarter: quarterInWords(content.fromQuarter, locale) };
    if (kind === "programme-decided") {
      return t(kind, { ...about, scope: scopes(content.scope), units: content.units.length });
    }
    return t(kind, {
      ...{ ...about, years: content.years, also: content.kinds.length },
      kinds: listInWords(
        content.kinds.map((one) => kinds(one)),
        locale,
      ),
      threshold: percent(content.threshold, locale),
      rule: readings(`rule-${readingOf(content.rule)}`),
    });
  };
}
