import { useTranslations } from "next-intl";
import { giveUp } from "@/app/operator/texts/actions";
import { WordForm } from "@/components/operator/word-form";
import { Section } from "@/components/ui/section";
import type { Coding } from "@/lib/coding/data";

type GiveUpProps = { readonly coding: Coding; readonly problem: string | undefined };

/** The way on when nobody can open the comments' key any more, and what it costs. */
export function GiveUp({ coding: { quarter, comments }, problem }: GiveUpProps) {
  const t = useTranslations("redaction.giveUp");
  const wrong = (field: "reason" | "word") =>
    problem === `give-up-${field}` ? t(`wrong.${field}`) : undefined;
  return (
    <Section id="give-up" name={t("name")} context={t("context")}>
      <details open={problem?.startsWith("give-up-") ?? false}>
        <summary>{t("open")}</summary>
        <ul className="bullets mt-2 mb-6 max-w-measure">
          {(["comments", "others", "told", "final"] as const).map((one) => (
            <li key={one}>{t(`lost.${one}`, { n: comments })}</li>
          ))}
        </ul>
        <WordForm
          action={giveUp}
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
