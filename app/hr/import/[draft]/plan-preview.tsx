import { useTranslations } from "next-intl";
import { cancel } from "@/app/hr/import/[draft]/actions";
import { PlanEffects } from "@/app/hr/import/plan-effects";
import { WatchedForm } from "@/app/hr/import/watched-form";
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
        <Done id={id} />
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
      <ImportPlan kind={planned.kind} shown={shown} of={`draft=${id}`} />
      <ImportNumbers numbers={numbersOf(planned)} demonstration={isDemo()} of={`draft=${id}`} />
      <Section name={t("confirm.name")}>
        {shown.unchanged > 0 ? <p>{t("unchanged", { n: shown.unchanged })}</p> : null}
        <Confirm id={id} hash={hash} removes={shown.removed.count} />
      </Section>
    </>
  );
}

type ConfirmProps = { readonly id: string; readonly hash: string; readonly removes: number };

/** Confirms exactly what is on the page (`seen`), or throws the file away. */
function Confirm({ id, hash, removes }: ConfirmProps) {
  const t = useTranslations("import-page.confirm");
  const texts = { working: t("underWay"), opening: t("opening"), lost: t("lost") };
  return (
    <>
      <WatchedForm action="/api/import-drafts/confirmed" texts={texts}>
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="seen" value={hash} />
        <Acts>
          <Button>{removes > 0 ? t("withRemovals", { n: removes }) : t("plain")}</Button>
          <Button line form="cancel">
            {t("cancel")}
          </Button>
        </Acts>
      </WatchedForm>
      <form id="cancel" action={cancel}>
        <input type="hidden" name="draft" value={id} />
      </form>
    </>
  );
}

/** There is nothing to confirm: the file is thrown away. */
function Done({ id }: { readonly id: string }) {
  const t = useTranslations("import-page.confirm");
  return (
    <form action={cancel}>
      <input type="hidden" name="draft" value={id} />
      <Acts>
        <Button>{t("done")}</Button>
      </Acts>
    </form>
  );
}
