import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { LONGEST_REASON } from "@/lib/changes/proposal";

const WENT: readonly string[] = ["proposed", "made", "withdrawn", "confirmed", "refused"];

/** What became of a decision, said where its reader is led back to. `at`: the field or section it was made in. */
export function ChangeSaid({ outcome, at }: { readonly outcome: string; readonly at: string }) {
  const t = useTranslations("changes");
  if (outcome === "refusal") {
    const text = t("wrong.refusal", { longest: LONGEST_REASON });
    return <ErrorSummary title={t("problem")} errors={[{ id: at, text }]} />;
  }
  if (!t.has(`outcome.${outcome}`)) return null;
  const text = t(`outcome.${outcome}`);
  if (WENT.includes(outcome)) return <Note live>{text}</Note>;
  return <ErrorSummary title={t("problem")} errors={[{ id: at, text }]} />;
}
