import { useTranslations } from "next-intl";
import { PlanEffects } from "@/app/hr/import/plan-effects";
import { WatchedForm } from "@/app/hr/import/watched-form";
import { ImportNumbers } from "@/components/hr/import-numbers";
import { ImportPlan } from "@/components/hr/import-plan";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { isDemo } from "@/lib/env";
import { type KindPlan, numbersOf, shownPlan } from "@/lib/imports/kind-plan";

const SHOWN_ROWS = 50;

type UndoPreviewProps = {
  readonly id: string;
  readonly planned: KindPlan;
  readonly hash: string;
  readonly failed: boolean;
};

/** An import that can be taken back: what that does in a sentence, row by row, and the two ways on. */
export function UndoPreview({ id, planned, hash, failed }: UndoPreviewProps) {
  const t = useTranslations("import-undo");
  const texts = { working: t("underWay"), opening: t("opening"), lost: t("lost") };
  const back = { href: "/hr/import", text: t("back") };
  return (
    <>
      <Top
        title={<PlanEffects planned={planned} say={(effects) => t("finding", { effects })} />}
        why={t(planned.kind === "departures" ? "whyDepartures" : "why")}
        back={back}
      >
        <div className="mt-4">{failed ? <Note live>{t("failed")}</Note> : null}</div>
      </Top>
      <ImportPlan
        kind={planned.kind}
        shown={shownPlan(planned, SHOWN_ROWS)}
        undo
        of={`import=${id}`}
      />
      <ImportNumbers numbers={numbersOf(planned)} demonstration={isDemo()} of={`import=${id}`} />
      <Section name={t("confirm")}>
        <WatchedForm action="/api/import-undos" texts={texts}>
          <input type="hidden" name="import" value={id} />
          <input type="hidden" name="seen" value={hash} />
          <Acts>
            <Button>{t("undo")}</Button>
            <ButtonLink line href="/hr/import">
              {t("keep")}
            </ButtonLink>
          </Acts>
        </WatchedForm>
      </Section>
    </>
  );
}
