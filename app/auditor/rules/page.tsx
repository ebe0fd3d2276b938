import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RulesPage } from "@/components/auditor/rules-page";
import { recordAccess } from "@/lib/access/mutations";
import type { AuditorActor } from "@/lib/auth/actor";
import { requireAuditor } from "@/lib/auth/require";
import { isPart } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { furtherKinds } from "@/lib/invitations/whom-to-invite";
import { isQuarter } from "@/lib/quarters/quarter";
import { limitHistory, ruleHistory } from "@/lib/rules/data";
import { readingOf } from "@/lib/turnover/stored";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { type Locale, number, percent } from "@/lib/wording/number";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-rules");
  return { title: t("tab") };
}

const from = (quarter: string, locale: Locale) =>
  isQuarter(quarter) ? quarterInWords(quarter, locale) : quarter;

/** The employer's rules as lines; what another party holds is not shown here. */
async function employersRules(actor: AuditorActor, locale: Locale) {
  if (!isPart("issuer")) return { policies: null, programme: null };
  const t = await getTranslations("auditor-rules");
  const words = await getTranslations("programme.scope");
  const kinds = await getTranslations("hrUnit.kinds.words");
  const readings = await getTranslations("definitions.policies");
  const { policies, programme } = await ruleHistory(actor);
  // Who decided was not always kept.
  const decided = ({ decidedOn, decidedBy }: { decidedOn: string; decidedBy: string }) =>
    decidedOn === ""
      ? t("policies.unknown")
      : t("programme.by", { day: dayInWords(decidedOn, locale), who: decidedBy });
  return {
    policies: policies.map((one) => ({
      key: String(one.number),
      from: from(one.fromQuarter, locale),
      cells: {
        threshold: percent(one.threshold, locale),
        years: number(one.years, locale),
        rule: readings(`rule-${readingOf(one.rule)}`),
        kinds:
          listInWords(
            furtherKinds(one).map((kind) => kinds(kind)),
            locale,
          ) || t("policies.noKinds"),
        reason: one.reason,
        decided: decided(one),
      },
    })),
    programme: programme.map((one) => ({
      key: String(one.number),
      from: from(one.fromQuarter, locale),
      cells: {
        scope: words(one.scope),
        reason: one.reason,
        decided: decided(one),
      },
    })),
  };
}

/** Limits and rules, with their history. */
export default async function AuditorRulesPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/rules");
  const t = await getTranslations("auditor-rules");
  const locale = localeOf(await getLocale());
  const limits = await limitHistory(actor);
  const lines = limits.toReversed().map(({ quarter, k, c, weaker }) => ({
    key: quarter,
    from: quarterInWords(quarter, locale),
    cells: {
      ...{ k: number(k, locale), c: number(c, locale) },
      change: t(weaker ? "limits.weaker" : "limits.other"),
    },
  }));
  return (
    <RulesPage
      weaker={limits.filter((one) => one.weaker).length}
      limits={lines}
      {...(await employersRules(actor, locale))}
    />
  );
}
