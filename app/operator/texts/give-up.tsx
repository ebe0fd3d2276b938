import { useTranslations } from "next-intl";
import { giveUp } from "@/app/operator/texts/actions";
import { Acts, Button } from "@/components/ui/button";
import { Field, TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import type { Coding } from "@/lib/coding/data";
import { MOST_REASON } from "@/lib/discarding/reason";

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
        <form action={giveUp}>
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
