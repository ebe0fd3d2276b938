import { useTranslations } from "next-intl";
import { MixApart } from "@/components/operator/apart";
import { BothPassphrases } from "@/components/operator/both-passphrases";
import type { Deed, Deeds, QuarterView } from "@/components/operator/quarter-view";
import { StepButton } from "@/components/operator/step-button";
import { useRoundWords } from "@/components/operator/words";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";

type StepsProps = { readonly view: QuarterView; readonly deeds: Deeds };

/** The next step of closing or mixing. Nothing here once the round is mixed: publication has its own section. */
export function Steps({ view, deeds }: StepsProps) {
  const t = useTranslations("operator.steps");
  const { facts } = view;
  const { values } = useRoundWords(facts);
  const now = view.steps.find(({ state }) => state === "now");
  if (!now || now.step === "publish") return <div id="steps" />;
  if (now.step === "mix") return <BothKeys view={view} deeds={deeds} />;
  const deed: Record<"open" | "close-issuing" | "stop-receiving", Deed> = {
    open: deeds.open,
    "close-issuing": deeds.stopIssuing,
    "stop-receiving": deeds.stopReceiving,
  };
  return (
    <Section id="steps" name={t("name")} context={t("context")}>
      <Finding>{t(now.step, values)}</Finding>
      <StepButton facts={facts} step={now} deed={deed[now.step]} />
    </Section>
  );
}

/** Both passphrases in the demonstration; elsewhere the two commands, each for its own machine. */
function BothKeys({ view, deeds }: StepsProps) {
  const t = useTranslations("operator.keys");
  const { facts, steps } = view;
  const { because } = useRoundWords(facts);
  const blockers = steps.find(({ step }) => step === "mix")?.blockers ?? [];
  const { quarter } = facts.round;
  return (
    <Section id="steps" name={t("name")} context={t("context")}>
      {facts.mixing ? <Finding>{t("mixing")}</Finding> : null}
      {!facts.mixing && blockers.length > 0 ? (
        <Finding>{t("blocked", { because: because(blockers) })}</Finding>
      ) : null}
      {blockers.length === 0 && facts.demo ? (
        <>
          <Finding>{t("demo")}</Finding>
          <BothPassphrases
            deed={deeds.mix}
            quarter={quarter}
            problem={view.problem}
            told={view.told}
            fingerprints={view.fingerprints}
            button={t("start")}
          />
        </>
      ) : null}
      {blockers.length === 0 && !facts.demo ? (
        <>
          <Finding>{t("apart")}</Finding>
          <MixApart quarter={quarter} />
        </>
      ) : null}
    </Section>
  );
}
