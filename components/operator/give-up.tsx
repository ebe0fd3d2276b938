import { useTranslations } from "next-intl";
import type { Deed, QuarterView } from "@/components/operator/quarter-view";
import { Acts, Button } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { MOST_REASON } from "@/lib/discarding/reason";

type GiveUpProps = { readonly view: QuarterView; readonly deed: Deed };

/** What is lost when nobody can open a closed round's keys any more, and the way to go on without them. */
export function GiveUp({ view, deed }: GiveUpProps) {
  const t = useTranslations("operator.giveUp");
  const { facts, problem } = view;
  const { quarter, state } = facts.round;
  if (state !== "closed" || facts.mixing || facts.earlierUnmixed) return null;
  const wrong = (field: string) =>
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
        <form action={deed}>
          <input type="hidden" name="quarter" value={quarter} />
          <TextField
            id="give-up-reason"
            name="reason"
            required
            maxLength={MOST_REASON}
            label={t("reason")}
            hint={t("reasonHint")}
            error={wrong("reason")}
          />
          <Field
            id="give-up-word"
            name="word"
            autoComplete="off"
            required
            pattern={` *${quarter} *`}
            title={quarter}
            label={t("word", { word: quarter })}
            error={wrong("word")}
          />
          <Acts>
            <Button line>{t("button")}</Button>
          </Acts>
        </form>
      </details>
    </Section>
  );
}
