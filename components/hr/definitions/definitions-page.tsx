import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { TERMS } from "@/components/hr/definitions/terms";
import { FiledTable } from "@/components/hr/filed-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { furtherKinds } from "@/lib/invitations/whom-to-invite";
import { isQuarter } from "@/lib/quarters/quarter";
import type { TurnoverDefinition } from "@/lib/turnover/definition";
import { readingOf, type StoredPolicy } from "@/lib/turnover/stored";
import { dayInWords, monthInWords, quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { percent } from "@/lib/wording/number";

type DefinitionsProps = {
  /** The newest first. */
  readonly versions: readonly TurnoverDefinition[];
  /** The region's decisions on the rule, the newest first. */
  readonly policies: readonly (StoredPolicy & {
    readonly number: number;
    readonly inviteMovers: boolean;
    readonly employerSide: readonly string[];
    readonly reason: string;
    readonly decidedOn: string;
    readonly decidedBy: string;
  })[];
  /** The form that notes a new decision. */
  readonly decide: ReactNode;
};

/** The table of decisions on the rule, as its file is called in an address. */
export const POLICIES = "policies";

/** How every figure is counted, from what, and what the region has decided about the rule. */
export function DefinitionsPage({ versions, policies, decide }: DefinitionsProps) {
  const t = useTranslations("definitions");
  return (
    <>
      <Top title={t("title")} why={t("why")} />
      {TERMS.map((term) => (
        <Section key={term} id={term} name={t(`terms.${term}.name`)}>
          <p>
            {t(`terms.${term}.short`)} {t(`terms.${term}.how`)}
          </p>
          <p className="small quiet">{t(`terms.${term}.data`)}</p>
        </Section>
      ))}
      <Versions versions={versions} />
      <Policies policies={policies} />
      <Section id="decide" name={t("decide.name")} context={t("decide.context")}>
        {decide}
      </Section>
    </>
  );
}

function Versions({ versions }: Pick<DefinitionsProps, "versions">) {
  const t = useTranslations("definitions.versions");
  const kind = useTranslations("hrUnit.kinds");
  const locale = useWordingLocale();
  return versions.map(({ version, from, counted, smallestMean }) => (
    <Section key={version} id={version} name={t("name", { version })} context={t("context")}>
      <p>
        {from === null ? t("always") : t("from", { month: monthInWords(from, locale) })}{" "}
        {t("smallest", { smallest: smallestMean })}
      </p>
      <FiledTable
        file={`/hr/downloads/definitions/${version}`}
        caption={t("table")}
        columns={[
          { key: "kind", head: kind("kind") },
          { key: "counted", head: kind("counted") },
        ]}
        rows={DEPARTURE_KINDS.map((each) => ({
          key: each,
          head: kind(`words.${each}`),
          cells: { counted: kind(`is.${counted[each]}`) },
        }))}
      />
    </Section>
  ));
}

function Policies({ policies }: Pick<DefinitionsProps, "policies">) {
  const t = useTranslations("definitions.policies");
  const kind = useTranslations("hrUnit.kinds.words");
  const locale = useWordingLocale();
  const further = (kept: Parameters<typeof furtherKinds>[0]) =>
    listInWords(
      furtherKinds(kept).map((one) => kind(one)),
      locale,
    );
  return (
    <Section id="policies" name={t("name")} context={t("context")}>
      {policies.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <FiledTable
          file={`/hr/downloads/definitions/${POLICIES}`}
          caption={t("name")}
          captionHidden
          columns={["from", "threshold", "years", "rule", "kinds", "reason", "decided"].map(
            (key) => ({
              key,
              head: t(key),
            }),
          )}
          rows={policies.map(
            ({ number, fromQuarter, threshold, years, rule, reason, ...decided }) => ({
              key: String(number),
              head: isQuarter(fromQuarter) ? quarterInWords(fromQuarter, locale) : fromQuarter,
              cells: {
                threshold: percent(threshold, locale, 0),
                years: t("count", { years }),
                rule: t(`rule-${readingOf(rule)}`),
                kinds: further(decided) || t("noKinds"),
                reason,
                decided:
                  decided.decidedOn === ""
                    ? t("unknown")
                    : t("by", {
                        day: dayInWords(decided.decidedOn, locale),
                        who: decided.decidedBy,
                      }),
              },
            }),
          )}
        />
      )}
    </Section>
  );
}
