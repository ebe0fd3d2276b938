import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Timeline } from "@/components/charts/timeline";
import { useWordingLocale } from "@/components/charts/wording";
import { Breaches } from "@/components/operator/breaches";
import { QuarterFinding } from "@/components/operator/finding-of-quarter";
import { GiveUp } from "@/components/operator/give-up";
import { LogTable } from "@/components/operator/log-table";
import { Mixing } from "@/components/operator/mixing";
import { NextRound } from "@/components/operator/next-round";
import { Outcome } from "@/components/operator/outcome";
import { Publish } from "@/components/operator/publish";
import type { Deeds, QuarterView } from "@/components/operator/quarter-view";
import { RoundChecks } from "@/components/operator/round-checks";
import { RoundsTable } from "@/components/operator/rounds-table";
import { Steps } from "@/components/operator/steps";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { quarterMonths } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

const NEWEST = 5;

type QuarterPageProps = {
  readonly view: QuarterView;
  readonly deeds: Deeds;
  /** What a new installation still needs. */
  readonly guide?: ReactNode;
};

/** The operator's page: where the quarter is, what stands in the way, and the next step. */
export function QuarterPage({ view, deeds, guide }: QuarterPageProps) {
  const t = useTranslations("operator");
  const locale = useWordingLocale();
  const { facts, steps, log } = view;
  return (
    <>
      <QuarterFinding facts={facts} steps={steps} />
      <Outcome done={view.done} problem={view.problem} />
      {guide}
      <Breaches quarter={facts.round.quarter} log={log} />
      <Section name={t("quarter.name")} context={quarterMonths(facts.round.quarter, locale)}>
        <Timeline
          opens={view.opens}
          closes={facts.round.issuingStops}
          publishes={facts.round.publishes}
          today={facts.today}
        />
        <Totals view={view} />
      </Section>
      <Section name={t("checks.name")} context={t("checks.context")}>
        <RoundChecks facts={facts} k={view.k} />
      </Section>
      <Steps view={view} deeds={deeds} />
      <Section name={t("mix.name")} context={t("mix.context")}>
        <Mixing facts={facts} run={view.run} />
      </Section>
      <Publish view={view} deeds={deeds} />
      <GiveUp view={view} deed={deeds.giveUp} />
      <NextRound view={view} deeds={deeds} />
      <Section name={t("rounds.name")} context={t("rounds.context")}>
        <RoundsTable rounds={view.rounds} />
      </Section>
      <Section name={t("log.name")} context={t("log.context")}>
        <LogTable entries={log.slice(-NEWEST).reverse()} />
        <p>
          <a href="/operator/log">{t("log.all")}</a>
        </p>
      </Section>
    </>
  );
}

/** The whole round's totals, when receiving has stopped; before that, why there are none. */
function Totals({ view }: { readonly view: QuarterView }) {
  const t = useTranslations("operator.totals");
  const locale = useWordingLocale();
  const { facts, totals } = view;
  if (facts.received === null) return <p>{t("notYet")}</p>;
  const all = { issued: facts.round.issued, received: facts.received, ...totals };
  const terms = ["issued", "received", "counted", "withdrawn", "dropped"] as const;
  return (
    <Facts
      facts={terms.flatMap((term) => {
        const value = all[term];
        return value === null ? [] : [{ term: t(term), value: number(value, locale) }];
      })}
    />
  );
}
