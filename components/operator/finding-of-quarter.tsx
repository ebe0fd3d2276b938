import { useTranslations } from "next-intl";
import { useRoundWords } from "@/components/operator/words";
import { Top } from "@/components/ui/top";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import type { RoundStep } from "@/lib/rounds/console-steps";
import { roundFinding } from "@/lib/rounds/finding";

type FindingProps = { readonly facts: ConsoleFacts; readonly steps: readonly RoundStep[] };

/** The sentence that the page is about, and why. */
export function QuarterFinding({ facts, steps }: FindingProps) {
  const t = useTranslations("operator.finding");
  const { values, because } = useRoundWords(facts);
  const blockers = steps.find(({ state }) => state === "now")?.blockers ?? [];
  const key = roundFinding(facts, blockers);
  const all = { ...values, because: because(blockers), n: facts.received ?? 0 };
  return <Top title={t(`${key}.title`, all)} why={t(`${key}.why`, all)} />;
}
