import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";

/** Where a refusal is put right on the page. */
function fieldOf(problem: string): string {
  if (problem.startsWith("give-up-") || problem.startsWith("correct-")) return problem;
  if (problem.startsWith("hand-in-")) return "hand-in-file";
  const field = /^wrong-((?:plan-)?passphrase-[12])$/.exec(problem);
  return field?.[1] ?? "steps";
}

type OutcomeProps = { readonly done: string | null; readonly problem: string | null };

/** How the last button went: a sentence, or what was refused and where to go on. */
export function Outcome({ done, problem }: OutcomeProps) {
  const t = useTranslations("operator");
  const ceremony = useTranslations("ceremony");
  const known = (group: string, key: string | null) => key !== null && t.has(`${group}.${key}`);
  if (problem !== null) {
    const own = known("problem", problem) ? t(`problem.${problem}`) : null;
    const key = `problem.${problem}`;
    const text = own ?? (ceremony.has(key) ? ceremony(key) : t("problem.unexpected"));
    return <ErrorSummary title={t("refused")} errors={[{ id: fieldOf(problem), text }]} />;
  }
  const said = `done.${done ?? ""}`;
  if (!t.has(said) && !ceremony.has(said)) return null;
  return (
    <Note live>
      <p>{t.has(said) ? t(said) : ceremony(said)}</p>
    </Note>
  );
}
