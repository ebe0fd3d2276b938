import { useTranslations } from "next-intl";
import { BothPassphrases } from "@/components/operator/both-passphrases";
import { MixByFile } from "@/components/operator/by-file";
import type { Deed, Deeds, QuarterView } from "@/components/operator/quarter-view";
import { StepButton } from "@/components/operator/step-button";
import { useRoundWords } from "@/components/operator/words";
import { Acts, Button } from "@/components/ui/button";
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

/** Both passphrases in the demonstration; elsewhere the operator's own, and a file from the other machine. */
function BothKeys({ view, deeds }: StepsProps) {
  const t = useTranslations("operator.keys");
  const { facts, steps } = view;
  const { because } = useRoundWords(facts);
  const blockers = steps.find(({ step }) => step === "mix")?.blockers ?? [];
  const { quarter } = facts.round;
  return (
    <Section id="steps" name={t("name")} context={t("context")}>
      {facts.mixing ? <Stop view={view} deed={deeds.cancel} /> : null}
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
          <MixByFile view={view} deed={deeds.count} />
        </>
      ) : null}
    </Section>
  );
}

/** A mix may be stopped until its figures are written. */
function Stop({ view, deed }: { readonly view: QuarterView; readonly deed: Deed }) {
  const t = useTranslations("ceremony.cancel");
  const keys = useTranslations("operator.keys");
  const { facts, run } = view;
  const stoppable = run !== null && ["peel", "open", "audit"].includes(run.step);
  return (
    <>
      <Finding>{keys(facts.demo ? "mixing" : "counting")}</Finding>
      {stoppable && run.problem === null ? (
        <form action={deed}>
          <input type="hidden" name="quarter" value={facts.round.quarter} />
          <Acts>
            <Button line>{t("button")}</Button>
            <p className="why">{t("why")}</p>
          </Acts>
        </form>
      ) : null}
      {stoppable && run.problem !== null ? <p>{t("asked")}</p> : null}
    </>
  );
}
