import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { PlanForm } from "@/components/hr/programme/plan-form";
import { PlanSections } from "@/components/hr/programme/plan-section";
import { headline, newlyFlagged, reach } from "@/components/hr/programme/sentences";
import { planQuery } from "@/components/hr/programme/sheet";
import { DecisionTable, UnitTable } from "@/components/hr/programme/tables";
import { type AskedUnits, UnitList } from "@/components/hr/programme/unit-list";
import type { ProgrammeView } from "@/components/hr/programme/view";
import { Said } from "@/components/hr/said";
import type { Words } from "@/components/hr/words";
import { Aside } from "@/components/reports/aside";
import { Acts, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { readSearch } from "@/lib/listing/search";
import { listInWords } from "@/lib/wording/names";

type PageProps = {
  readonly view: ProgrammeView;
  readonly units?: AskedUnits;
  /** The form that decides. */
  readonly decide: ReactNode;
};

/** The first of all units. */
const EVERY_UNIT: AskedUnits = { sought: readSearch(""), page: 1 };

/** Who is invited, since when and why; what comes next; and the plan to all units. */
export function ProgrammePage({ view, units = EVERY_UNIT, decide }: PageProps) {
  const t = useTranslations("programme");
  const locale = useWordingLocale();
  const words: Words = { say: marked(t), locale };
  const flagged = newlyFlagged(view);
  return (
    <>
      <Top
        title={<Said>{headline(view, words)}</Said>}
        why={<Said at="steps">{reach(view, words)}</Said>}
      >
        <Acts>
          <ButtonLink line href={`/hr/programme/proposal?${planQuery(view)}`}>
            {t("toProposal")}
          </ButtonLink>
        </Acts>
      </Top>
      <Section name={t("history.name")} context={t("history.context")}>
        {flagged.length > 0 ? (
          <Note>{t("history.newlyFlagged", { names: listInWords(flagged, locale) })}</Note>
        ) : null}
        {view.decisions.length === 0 ? <p>{t("history.none")}</p> : <DecisionTable view={view} />}
      </Section>
      <Section id="beslut" name={t("decide.name")} context={t("decide.context")}>
        {decide}
      </Section>
      <PlanSections
        view={view}
        ask={<PlanForm view={view} />}
        units={<UnitList view={view} {...units} />}
      />
    </>
  );
}

/** On a screen the table is asked for; on paper it is whole. */
function FoldedUnits({ view }: { readonly view: ProgrammeView }) {
  const t = useTranslations("common");
  return (
    <details>
      <summary>{t("showTable")}</summary>
      <UnitTable view={view} units={view.units} />
    </details>
  );
}

/** The proposal that the motion's third demand asks for: the plan without its forms, to print and hand over. */
export function ProposalPage({ view }: { readonly view: ProgrammeView }) {
  const t = useTranslations("programme.proposal");
  const report = useTranslations("report.third");
  const back = { href: `/hr/programme?${planQuery(view)}`, text: t("back") };
  return (
    <>
      <Top title={t("title")} why={t("why")} back={back} />
      <Section name={report("label")}>
        <Aside title={t("demand")}>
          <p>{report("quote")}</p>
        </Aside>
        <p>{t("answer")}</p>
      </Section>
      <PlanSections view={view} units={<FoldedUnits view={view} />} />
    </>
  );
}
