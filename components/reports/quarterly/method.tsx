import { FigureKey } from "@/components/reports/figure-key";
import { Methods } from "@/components/reports/methods";
import type { View } from "@/components/reports/quarterly/view";
import { ReportSection } from "@/components/reports/report-section";
import { VerdictKey } from "@/components/reports/verdict";

/** How it is counted, how those who answer are protected, and what the words mean. */
export function Method({ view, hash }: { readonly view: View; readonly hash: string }) {
  const { snapshot, t } = view;
  const { promise, turnover } = snapshot;
  const { definition } = turnover.policy;
  const { atom, item, cell, rareReason, odds } = promise;
  const bounds = [
    t("method.boundsText"),
    ...(promise.colleague ? [t("method.boundsColleague")] : []),
  ];
  return (
    <ReportSection id="method" label={t("method.label")} title={t("method.title")}>
      <Methods
        methods={[
          { term: t("method.turnover"), text: t("method.turnoverText", { definition }) },
          { term: t("method.interval"), text: t("method.intervalText") },
          { term: t("method.verdict"), text: <VerdictKey /> },
          { term: t("method.key"), text: <FigureKey /> },
          { term: t("method.about"), text: t("method.aboutText", { cell, odds }) },
          { term: t("method.bounds"), text: bounds.join(" ") },
          {
            term: t("method.withheld"),
            text: t("method.withheldText", { atom, item, cell, rareReason }),
          },
          { term: t("method.units"), text: t("method.unitsText") },
          { term: t("method.reasons"), text: t("method.reasonsText") },
          { term: t("method.limits"), text: t("method.limitsText") },
          { term: t("method.data"), text: t("method.dataText") },
          {
            term: t("method.record"),
            text: <span className="break-all">{t("method.recordText", { hash })}</span>,
          },
        ]}
      />
    </ReportSection>
  );
}
