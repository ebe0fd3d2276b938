import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  openNext,
  openRoundNow,
  planFirst,
  planNext,
  publishNow,
  startMix,
  stopIssuing,
  stopReceiving,
} from "@/app/operator/actions";
import { cancelMixNow, countNow, layTermsNow, signTermsNow } from "@/app/operator/ceremony-actions";
import { correctReport } from "@/app/operator/correct-report";
import { type QuarterFacts, quarterFacts } from "@/app/operator/facts";
import { giveUp } from "@/app/operator/give-up";
import { KeepFresh } from "@/app/operator/keep-fresh";
import { termsView } from "@/app/operator/terms-view";
import { FirstQuarter } from "@/components/guide/first-quarter";
import { KeyWarning } from "@/components/keys/key-warning";
import { Outcome } from "@/components/operator/outcome";
import { QuarterPage } from "@/components/operator/quarter-page";
import type { QuarterView } from "@/components/operator/quarter-view";
import { SignFirst } from "@/components/operator/sign-first";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { handedChecksum } from "@/lib/cli/hand-out";
import { DEMO_PASSPHRASES } from "@/lib/cli/seed/passphrases";
import { isDemo, ownNames } from "@/lib/env";
import { operatorFacts } from "@/lib/first-quarter/data";
import { type OperatorFacts, operatorGuide } from "@/lib/first-quarter/steps";
import { isQuarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { roundSteps } from "@/lib/rounds/console-steps";
import { allRounds } from "@/lib/rounds/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operator");
  return { title: t("title") };
}

const DEEDS = {
  open: openRoundNow,
  stopIssuing,
  stopReceiving,
  mix: startMix,
  count: countNow,
  cancel: cancelMixNow,
  lay: layTermsNow,
  sign: signTermsNow,
  publish: publishNow,
  correct: correctReport,
  giveUp,
  planNext,
  openNext,
};

type Asked = { readonly quarter?: string; readonly done?: string; readonly problem?: string };
type Props = { readonly searchParams: Promise<Asked> };

export default async function OperatorPage({ searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator");
  const asked = await searchParams;
  const { quarter } = asked;
  const chosen = typeof quarter === "string" && isQuarter(quarter) ? quarter : undefined;
  const known = await quarterFacts(actor, new Date(), chosen);
  const start = await operatorFacts(actor, new Date());
  const guide = guideOf(start);
  if (!known) {
    const missing = chosen !== undefined && (await allRounds()).length > 0;
    return missing ? notFound() : <FirstRound asked={asked} units={start.units} guide={guide} />;
  }
  const { mixing } = known.facts;
  return (
    <>
      {mixing ? <KeepFresh seconds={2} /> : null}
      <QuarterPage view={viewOf(known, asked)} deeds={DEEDS} guide={guide} />
      <KeyWarning ahead={roundsAhead(await knownKeys(actor, new Date()))} />
    </>
  );
}

function viewOf(known: QuarterFacts, { done, problem }: Asked): QuarterView {
  const { facts, round, rounds, log, run, fingerprints, answering, publication } = known;
  const { counted, withdrawn, dropped } = round;
  return {
    facts,
    steps: roundSteps(facts),
    opens: round.manifest.opens,
    totals: { counted, withdrawn, dropped },
    k: round.manifest.limits.k,
    run,
    fingerprints,
    handed: facts.round.state === "closed" ? handedChecksum(facts.round.quarter) : null,
    terms: facts.next === "missing" ? termsView(shiftQuarter(facts.round.quarter, 1)) : null,
    told: facts.demo ? DEMO_PASSPHRASES : null,
    answering,
    publication,
    // The round at work may have been counted in the inbox, though its row does not tell yet.
    rounds: rounds.map((one) => (one === round ? { ...one, received: facts.received } : one)),
    log,
    done: typeof done === "string" ? done : null,
    problem: typeof problem === "string" ? problem : null,
  };
}

function guideOf(facts: OperatorFacts) {
  const steps = operatorGuide(facts);
  return <FirstQuarter side="operator" steps={steps} names={ownNames()} />;
}

type FirstRoundProps = {
  readonly asked: Asked;
  readonly units: boolean;
  readonly guide: ReactNode;
};

/** Before the first round: what makes one. */
function FirstRound({ asked, units, guide }: FirstRoundProps) {
  const t = useTranslations("operator.none");
  const problem = typeof asked.problem === "string" ? asked.problem : null;
  const done = typeof asked.done === "string" ? asked.done : null;
  const quarter = quarterOf(dayAt(new Date()));
  return (
    <>
      <Top title={t("title")} why={t("why")} />
      <Outcome done={done} problem={problem} />
      {guide}
      <SignFirst
        deed={planFirst}
        apart={{ lay: layTermsNow, sign: signTermsNow }}
        terms={termsView(quarter)}
        quarter={quarter}
        units={units}
        problem={problem}
        told={isDemo() ? DEMO_PASSPHRASES : null}
      />
    </>
  );
}
