import { useTranslations } from "next-intl";
import type { Deed } from "@/components/operator/quarter-view";
import { useRoundWords } from "@/components/operator/words";
import { Acts, BlockedButton, Button } from "@/components/ui/button";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import type { RoundStep } from "@/lib/rounds/console-steps";

type StepButtonProps = {
  readonly facts: ConsoleFacts;
  readonly step: RoundStep;
  readonly deed: Deed;
};

/** The button of a step, or why it cannot be pressed. */
export function StepButton({ facts, step, deed }: StepButtonProps) {
  const t = useTranslations("operator");
  const { because } = useRoundWords(facts);
  const label = t(`button.${step.step}`);
  if (step.state !== "now" || step.blockers.length > 0) {
    return (
      <BlockedButton id={`why-${step.step}`} why={t("notYet", { because: because(step.blockers) })}>
        {label}
      </BlockedButton>
    );
  }
  return (
    <form action={deed}>
      <input type="hidden" name="quarter" value={facts.round.quarter} />
      <Acts>
        <Button>{label}</Button>
      </Acts>
    </form>
  );
}
