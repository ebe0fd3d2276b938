import { useTranslations } from "next-intl";
import { cancel, takeAs } from "@/app/hr/import/[draft]/actions";
import { ImportProblems } from "@/components/hr/import-problems";
import { Acts, Button } from "@/components/ui/button";
import { Downloads } from "@/components/ui/downloads";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { problemCount } from "@/lib/imports/grouped";
import type { ImportKind } from "@/lib/imports/kind-plan";
import type { ProblemReport } from "@/lib/imports/problem";

type ProblemPreviewProps = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly problems: ProblemReport;
  /** The kind that the file looks like rather. */
  readonly likely: ImportKind | null;
};

/** A file that cannot be imported: how many problems, then every one of them. */
export function ProblemPreview({ id, kind, fileName, problems, likely }: ProblemPreviewProps) {
  const t = useTranslations("import-page");
  return (
    <>
      <Top
        title={t("problems", { n: problemCount(problems) })}
        why={t("problemsWhy", { fileName, kind: t(`kind.${kind}`) })}
        back={{ href: "/hr/import", text: t("back") }}
      />
      {likely === null ? null : <Likely id={id} kind={likely} taken={kind} />}
      <Downloads href={`/hr/downloads/import-problems?draft=${id}`} of={t("problemFile")} />
      <ImportProblems problems={problems} />
      <Section name={t("next")}>
        <p>{t("nextWhy")}</p>
        <form action={cancel}>
          <input type="hidden" name="draft" value={id} />
          <Acts>
            <Button>{t("another")}</Button>
          </Acts>
        </form>
      </Section>
    </>
  );
}

type LikelyProps = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly taken: ImportKind;
};

/** The file looks like another kind than the one that was chosen: one press looks it through as that. */
function Likely({ id, kind, taken }: LikelyProps) {
  const t = useTranslations("import-page");
  const kinds = { kind: t(`kind.${kind}`), taken: t(`kind.${taken}`) };
  return (
    <Section name={t("likely.name")}>
      <Finding>{t("likely.finding", kinds)}</Finding>
      <form action={takeAs}>
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="kind" value={kind} />
        <Acts>
          <Button>{t("likely.button", kinds)}</Button>
        </Acts>
      </form>
    </Section>
  );
}
