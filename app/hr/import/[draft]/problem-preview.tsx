import { useTranslations } from "next-intl";
import { cancel } from "@/app/hr/import/[draft]/actions";
import { ImportProblems } from "@/components/hr/import-problems";
import { Acts, Button } from "@/components/ui/button";
import { Downloads } from "@/components/ui/downloads";
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
};

/** A file that cannot be imported: how many problems, then every one of them. */
export function ProblemPreview({ id, kind, fileName, problems }: ProblemPreviewProps) {
  const t = useTranslations("import-page");
  return (
    <>
      <Top
        title={t("problems", { n: problemCount(problems) })}
        why={t("problemsWhy", { fileName, kind: t(`kind.${kind}`) })}
        back={{ href: "/hr/import", text: t("back") }}
      />
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
