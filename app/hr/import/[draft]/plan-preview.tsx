import { useTranslations } from "next-intl";
import { cancel, confirm } from "@/app/hr/import/[draft]/actions";
import { PlanEffects } from "@/app/hr/import/plan-effects";
import { UnderWay } from "@/app/hr/import/under-way";
import { ImportNumbers } from "@/components/hr/import-numbers";
import { ImportPlan } from "@/components/hr/import-plan";
import { UnitEvents } from "@/components/hr/unit-events";
import { Acts, Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { isDemo } from "@/lib/env";
import { changesNothing, type KindPlan, numbersOf, shownPlan } from "@/lib/imports/kind-plan";
import type { UnitEvent } from "@/lib/units/events";

const SHOWN_ROWS = 50;

type PlanPreviewProps = {
  readonly id: string;
  readonly fileName: string;
  readonly planned: KindPlan;
  /** Of units: what it means for their history. */
  readonly events: readonly UnitEvent[];
  readonly hash: string;
  readonly changedSince: boolean;
  readonly failed: boolean;
};

/** A file that can be imported: what it does in a sentence, row by row, and the two ways on. */
export function PlanPreview(props: PlanPreviewProps) {
  const { id, fileName, planned, events, hash, changedSince, failed } = props;
  const t = useTranslations("import-page");
  const back = { href: "/hr/import", text: t("back") };
  if (changesNothing(planned)) {
    return (
      <Top title={t("nothing")} why={t("nothingWhy", { fileName })} back={back}>
        <Form id={id} hash={hash} removes={0} empty />
      </Top>
    );
  }
  const shown = shownPlan(planned, SHOWN_ROWS);
  return (
    <>
      <Top
        title={<PlanEffects planned={planned} say={(effects) => t("finding", { effects })} />}
        why={t("planWhy", { fileName })}
        back={back}
      >
        <div className="mt-4">
          {failed ? <Note live>{t("failed")}</Note> : null}
          {changedSince && !failed ? <Note live>{t("changedSince")}</Note> : null}
        </div>
      </Top>
      <UnitEvents events={events} />
      <ImportPlan kind={planned.kind} shown={shown} />
      <ImportNumbers numbers={numbersOf(planned)} demonstration={isDemo()} />
      <Section name={t("confirm.name")}>
        {shown.unchanged > 0 ? <p>{t("unchanged", { n: shown.unchanged })}</p> : null}
        <Form id={id} hash={hash} removes={shown.removed.count} />
      </Section>
    </>
  );
}

type FormProps = {
  readonly id: string;
  readonly hash: string;
  readonly removes: number;
  readonly empty?: boolean;
};

/** Confirms exactly what is on the page (`seen`), or throws the file away. */
function Form({ id, hash, removes, empty = false }: FormProps) {
  const t = useTranslations("import-page.confirm");
  return (
    <form action={empty ? cancel : confirm}>
      <input type="hidden" name="draft" value={id} />
      <input type="hidden" name="seen" value={hash} />
      <Acts>
        <Button>
          {empty ? t("done") : removes > 0 ? t("withRemovals", { n: removes }) : t("plain")}
        </Button>
        {empty ? null : (
          <Button line formAction={cancel}>
            {t("cancel")}
          </Button>
        )}
      </Acts>
      {empty ? null : <UnderWay text={t("underWay")} />}
    </form>
  );
}
