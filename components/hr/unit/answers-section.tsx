import { useTranslations } from "next-intl";
import { Said } from "@/components/hr/said";
import type { AnswersView } from "@/components/hr/unit/answers-view";
import { OwnResult } from "@/components/hr/unit/own-result";
import type { UnitWords } from "@/components/hr/unit/sentences";
import { WaitingResult } from "@/components/hr/unit/waiting-result";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";

type AnswersProps = {
  /** Null before any round has been mixed. */
  readonly answers: AnswersView | null;
  readonly name: string;
  readonly code: string;
  readonly words: UnitWords;
};

/** What those who left have answered: the unit's own results, and when the others may be shown. */
export function AnswersSection({ answers, name, code, words }: AnswersProps) {
  const t = useTranslations("hrUnit.answers");
  if (answers === null) {
    return (
      <Section name={t("name")}>
        <Finding>{t("noRound")}</Finding>
        <p>{t("noRoundWhy")}</p>
      </Section>
    );
  }
  const { own, waiting, k } = answers;
  return (
    <Section name={t("name")} context={t("context")}>
      {own.length === 0 ? (
        <Finding>
          <Said>{words.say("answers.none", { name, k })}</Said>
        </Finding>
      ) : null}
      {own.map((result) => (
        <OwnResult key={result.series} result={result} code={code} words={words} />
      ))}
      {waiting.map(({ series, forecast }) => (
        <WaitingResult
          key={series}
          series={series}
          forecast={forecast}
          k={k}
          inset={series === "leaver"}
        />
      ))}
      {own.length > 0 ? <p className="small quiet">{t("nonResponse")}</p> : null}
    </Section>
  );
}
