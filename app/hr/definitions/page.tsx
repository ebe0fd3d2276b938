import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RuleForm } from "@/app/hr/definitions/rule-form";
import { DefinitionsPage } from "@/components/hr/definitions/definitions-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { FURTHER_KINDS } from "@/lib/invitations/whom-to-invite";
import { decidedAhead, kindsAt, PERCENT, YEARS } from "@/lib/policies/decision";
import { openQuarters } from "@/lib/programme/decision";
import { dayAt } from "@/lib/quarters/today";
import { policyHistory } from "@/lib/turnover/data";
import { definitions } from "@/lib/turnover/definition";
import { RULE_READINGS } from "@/lib/turnover/policy";
import { policyAt } from "@/lib/turnover/stored";
import { quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("definitions");
  return { title: t("title") };
}

/** The form's own texts: it also runs in the browser, where no catalogue is. */
const TEXTS = [
  ...["threshold", "thresholdHint", "years", "yearsHint", "rule", "ruleHint", "from", "fromHint"],
  ...["kinds", "kindsHint", "reason", "reasonHint", "send", "choose"],
  ...["wrong-threshold", "wrong-years", "wrong-rule", "wrong-kinds", "wrong-from", "wrong-reason"],
  ...["decided", "changed", "begun", "signed"],
];

export default async function Page() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/definitions");
  const policies = await policyHistory(actor);
  const t = await getTranslations("definitions");
  const locale = localeOf(await getLocale());
  const today = dayAt(new Date());
  const kinds = await getTranslations("hrUnit.kinds.words");
  // One decision holds both halves of the rule: what it does not change it takes over from the last one.
  const ahead = decidedAhead(today);
  const { threshold, years, rule } = policyAt(policies.toReversed(), ahead.slice(0, 7));
  const bounds = { leastPercent: PERCENT.least, mostPercent: PERCENT.most, mostYears: YEARS.most };
  return (
    <DefinitionsPage
      versions={definitions()}
      policies={policies}
      decide={
        <RuleForm
          texts={Object.fromEntries(TEXTS.map((key) => [key, t(`decide.${key}`, bounds)]))}
          empty={{
            ...{ threshold: number(100 * threshold, locale), years: String(years) },
            ...{ rule, kinds: kindsAt(policies, ahead).join(","), from: "", reason: "" },
            after: String(policies[0]?.number ?? 0),
          }}
          rules={RULE_READINGS.map((value) => ({ value, text: t(`policies.rule-${value}`) }))}
          kinds={FURTHER_KINDS.map((value) => ({ value, text: kinds(value) }))}
          quarters={openQuarters(today).map((quarter) => ({
            value: quarter,
            text: quarterInWords(quarter, locale),
          }))}
        />
      }
    />
  );
}
