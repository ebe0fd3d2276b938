import { useTranslations } from "next-intl";
import { TurnoverChart } from "@/components/charts/turnover-chart";
import { ExplanationLedger, type LedgerRow } from "@/components/hr/explanation-ledger";
import { Said } from "@/components/hr/said";
import { turnoverFinding, type UnitWords } from "@/components/hr/unit/sentences";
import { turnoverSeries } from "@/components/hr/unit/series";
import { RuleTable, YearTable } from "@/components/hr/unit/turnover-tables";
import type { UnitView } from "@/components/hr/unit/view";
import { fileOf, unitHref } from "@/components/hr/unit-link";
import { sentences } from "@/components/hr/words";
import { ButtonLink } from "@/components/ui/button";
import { Downloads } from "@/components/ui/downloads";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { type Explanation, hasExpired, ledgerLetter } from "@/lib/explanations/explanation";
import { dayInWords, monthInWords } from "@/lib/wording/date";
import { percent } from "@/lib/wording/number";

type TurnoverProps = { readonly view: UnitView; readonly words: UnitWords };

/** Year by year against the limit, the explanations beside it, both readings in the table. */
export function TurnoverSection({ view, words }: TurnoverProps) {
  const t = useTranslations("hrUnit.turnover");
  const { summary, policy } = view;
  const { locale } = words;
  const series = turnoverSeries(view, (month) =>
    t("break", { month: monthInWords(month, locale) }),
  );
  const cuts = summary.breaks.map(({ month }) => monthInWords(month, locale));
  return (
    <Section name={t("name")} context={t(`context.${policy.reading}`)}>
      <Finding>
        <Said at={summary.years.length === 0 ? undefined : "years"}>
          {turnoverFinding(view, words)}
        </Said>
      </Finding>
      {summary.years.length === 0 ? null : (
        <Picture
          caption={
            <Said>
              {sentences(
                words.say("turnover.filled", { limit: percent(policy.threshold, locale, 0) }),
                ...cuts.map((month) => t("cut", { month })),
                series.latest === undefined ? "" : t("overlap"),
              )}
            </Said>
          }
          table={<YearTable view={view} locale={locale} />}
        >
          <TurnoverChart series={series} />
        </Picture>
      )}
      <div id="explanations">
        <ExplanationLedger rows={useLedger(view, words)} />
        {view.explanations.length === 0 ? null : (
          <Downloads href={fileOf("explanations", summary.code)} of={t("explanations")} />
        )}
        <p className="mt-4">
          <ButtonLink line href={`${unitHref(summary.code)}/explanations/new`}>
            {t("explain")}
          </ButtonLink>
        </p>
      </div>
      <RuleTable view={view} words={words} />
    </Section>
  );
}

function useLedger({ explanations, today, summary }: UnitView, { locale }: UnitWords): LedgerRow[] {
  const t = useTranslations("hrUnit.ledger");
  const rowOf = (row: Explanation, i: number): LedgerRow => ({
    id: row.id,
    letter: ledgerLetter(i),
    title: row.what,
    text: t("text", {
      who: row.who,
      day: dayInWords(row.notedOn, locale),
      from: dayInWords(row.appliesFrom, locale),
      evidence: row.evidence === "" ? t("noEvidence") : t("evidence", { evidence: row.evidence }),
    }),
    validity: t(hasExpired(row, today) ? "expired" : "applies", {
      day: dayInWords(row.expires, locale),
    }),
    link: {
      href: `${unitHref(summary.code)}/explanations/${row.id}`,
      text: t(hasExpired(row, today) ? "renew" : "change"),
    },
  });
  return explanations.map(rowOf);
}
