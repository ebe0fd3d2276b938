import { useTranslations } from "next-intl";
import type { Deed, QuarterView } from "@/components/operator/quarter-view";
import { WordForm } from "@/components/operator/word-form";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";

type GiveUpProps = { readonly view: QuarterView; readonly deed: Deed };

/** What is lost when nobody can open a closed round's keys any more, and the way to go on without them. */
export function GiveUp({ view, deed }: GiveUpProps) {
  const t = useTranslations("operator.giveUp");
  const { facts, problem } = view;
  const { quarter, state } = facts.round;
  if (state !== "closed" || facts.mixing || facts.earlierUnmixed) return null;
  const wrong = (field: "reason" | "word") =>
    problem === `give-up-${field}` ? t(`wrong.${field}`) : undefined;
  return (
    <Section id="give-up" name={t("name")} context={t("context")}>
      <Finding>{t("says")}</Finding>
      <details open={problem?.startsWith("give-up-") ?? false}>
        <summary>{t("open")}</summary>
        <ul className="bullets mt-2 mb-6 max-w-measure">
          {(["answers", "waiting", "auditor", "report", "final"] as const).map((one) => (
            <li key={one}>{t(`lost.${one}`, { n: facts.received ?? 0 })}</li>
          ))}
        </ul>
        <WordForm
          action={deed}
          quarter={quarter}
          texts={{
            reason: t("reason"),
            reasonHint: t("reasonHint"),
            word: t("word", { word: quarter }),
            button: t("button"),
          }}
          wrong={{ reason: wrong("reason"), word: wrong("word") }}
        />
      </details>
    </Section>
  );
}
