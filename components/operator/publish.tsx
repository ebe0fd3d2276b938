import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { Deed, Deeds, QuarterView } from "@/components/operator/quarter-view";
import { StepButton } from "@/components/operator/step-button";
import { useRoundWords } from "@/components/operator/words";
import { Acts, Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Finding } from "@/components/ui/finding";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { draftFrom } from "@/lib/comments/comment";
import { MOST_NOTE } from "@/lib/publishing/note";
import { isDone } from "@/lib/rounds/state";
import { dayAndMonth } from "@/lib/wording/date";

type PublishProps = { readonly view: QuarterView; readonly deeds: Deeds };

/** When the report goes out by itself, who can do what until then, its draft, and afterwards a correction. */
export function Publish({ view, deeds }: PublishProps) {
  const t = useTranslations("publication");
  const locale = useWordingLocale();
  const { values } = useRoundWords(view.facts);
  const { facts, publication } = view;
  const step = view.steps.find((one) => one.step === "publish");
  if (!step) return null;
  const done = step.state === "done";
  const { quarter, publishes } = facts.round;
  const when = {
    ...values,
    hour: publication.hour,
    from: dayAndMonth(draftFrom(publishes), locale),
  };
  return (
    <Section id="publish" name={t("name")} context={t("context")}>
      <Finding>{t(publication.out ? "out" : "byItself", when)}</Finding>
      {publication.failure === null || publication.out ? null : (
        <Note>
          <p>{t("failed", { why: t(`trouble.${publication.failure}`) })}</p>
        </Note>
      )}
      {publication.out ? null : (
        <p className="max-w-measure">
          {isDone(facts.round.state) ? null : t("lacks")} {t("who", when)}
        </p>
      )}
      <p>
        <a href={publication.out ? `/reports/${quarter}` : `/operator/draft/${quarter}`}>
          {t(publication.out ? "read" : "draft")}
        </a>
      </p>
      {done ? null : <StepButton facts={facts} step={step} deed={deeds.publish} />}
      {publication.out ? <Correction view={view} deed={deeds.correct} /> : null}
    </Section>
  );
}

/** A new version of a report that is out, with a note that says what it changes. */
function Correction({ view, deed }: { readonly view: QuarterView; readonly deed: Deed }) {
  const t = useTranslations("publication.correct");
  const { facts, problem } = view;
  const { quarter } = facts.round;
  const refused = problem === "correct-note";
  return (
    <details open={problem?.startsWith("correct-") ?? false}>
      <summary>{t("open")}</summary>
      <p className="mt-2 max-w-measure">{t("says")}</p>
      <p className="mb-6">
        <a href={`/operator/draft/${quarter}`}>{t("draft")}</a>
      </p>
      <form action={deed}>
        <input type="hidden" name="quarter" value={quarter} />
        <TextField
          id="correct-note"
          name="note"
          required
          maxLength={MOST_NOTE}
          label={t("note")}
          hint={t("hint")}
          error={refused ? t("missing") : undefined}
        />
        <Acts>
          <Button line>{t("button")}</Button>
        </Acts>
      </form>
    </details>
  );
}
