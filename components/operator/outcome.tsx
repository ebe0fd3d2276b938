import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";

/** Where a refusal is put right on the page. */
function fieldOf(problem: string): string {
  if (problem.startsWith("give-up-") || problem.startsWith("correct-")) return problem;
  const field = /^wrong-((?:plan-)?passphrase-[12])$/.exec(problem);
  return field?.[1] ?? "steps";
}

type OutcomeProps = { readonly done: string | null; readonly problem: string | null };

/** How the last button went: a sentence, or what was refused and where to go on. */
export function Outcome({ done, problem }: OutcomeProps) {
  const t = useTranslations("operator");
  const known = (group: string, key: string | null) => key !== null && t.has(`${group}.${key}`);
  if (problem !== null) {
    const text = known("problem", problem) ? t(`problem.${problem}`) : t("problem.unexpected");
    return <ErrorSummary title={t("refused")} errors={[{ id: fieldOf(problem), text }]} />;
  }
  if (!known("done", done)) return null;
  return (
    <Note live>
      <p>{t(`done.${done}`)}</p>
    </Note>
  );
}
