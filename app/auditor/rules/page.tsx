import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RulesPage } from "@/components/auditor/rules-page";
import { recordAccess } from "@/lib/access/mutations";
import type { AuditorActor } from "@/lib/auth/actor";
import { requireAuditor } from "@/lib/auth/require";
import { decisionsBesideLog } from "@/lib/decisions/data";
import { isPart } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { limitHistory, ruleHistory } from "@/lib/rules/data";
import { readingOf } from "@/lib/turnover/stored";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { type Locale, number, percent } from "@/lib/wording/number";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-rules");
  return { title: t("tab") };
}

/** Who decided, by kind and number, where the employer's side is here. Who decided was not always kept. */
async function deciders(actor: AuditorActor): Promise<ReadonlyMap<string, string>> {
  if (!isPart("issuer")) return new Map();
  const { policies, programme } = await ruleHistory(actor);
  return new Map([
    ...policies.map((one) => [`rule-decided ${one.number}`, one.decidedBy] as const),
    ...programme.map((one) => [`programme-decided ${one.number}`, one.decidedBy] as const),
  ]);
}

/** The employer's rules as lines, the newest first. */
async function employersRules(actor: AuditorActor, locale: Locale) {
  const t = await getTranslations("auditor-rules");
  const words = await getTranslations("programme.scope");
  const kinds = await getTranslations("hrUnit.kinds.words");
  const readings = await getTranslations("definitions.policies");
  const who = await deciders(actor);
  const told = (await decisionsBesideLog(actor)).toReversed().map(({ line, entry }) => {
    const { number: n, fromQuarter, reason, decidedOn } = line.content;
    const by = who.get(`${line.kind} ${n}`) ?? "";
    const day = decidedOn === "" ? t("policies.unknown") : dayInWords(decidedOn, locale);
    const logged = entry && { seq: entry.seq, day: dayInWords(entry.day, locale) };
    const cells = {
      reason,
      decided: by === "" ? day : t("programme.by", { day, who: by }),
      log: logged ? t("logged", logged) : t("untold"),
    };
    const key = entry ? String(entry.seq) : `waits ${n}`;
    return { line, row: { key, from: quarterInWords(fromQuarter, locale), cells } };
  });
  return {
    policies: told.flatMap(({ line: { kind, content }, row }) => {
      if (kind !== "rule-decided") return [];
      const rule = {
        threshold: percent(content.threshold, locale),
        years: number(content.years, locale),
        rule: readings(`rule-${readingOf(content.rule)}`),
        kinds:
          listInWords(
            content.kinds.map((kind) => kinds(kind)),
            locale,
          ) || t("policies.noKinds"),
      };
      return [{ ...row, cells: { ...row.cells, ...rule } }];
    }),
    programme: told.flatMap(({ line: { kind, content }, row }) =>
      kind === "programme-decided"
        ? [{ ...row, cells: { ...row.cells, scope: words(content.scope) } }]
        : [],
    ),
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
