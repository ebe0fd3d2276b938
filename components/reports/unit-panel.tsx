import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReadingKey } from "@/components/charts/reading-key";
import { TurnoverChart } from "@/components/charts/turnover-chart";
import type { TurnoverSeries } from "@/components/charts/turnover-data";
import { Verdict } from "@/components/reports/verdict";
import type { VerdictWord } from "@/lib/turnover/verdict";

type Remark = { readonly id: string; readonly head: ReactNode; readonly text: ReactNode };

type UnitPanelProps = {
  readonly verdict: VerdictWord;
  /** The numbers behind the verdict, in sentences. */
  readonly why: ReactNode;
  readonly series: TurnoverSeries;
  /** The unit's own page, where there is one. */
  readonly href?: string;
  /** ”a. Sammanslagning” + what, who, when. Empty: ”Ingen naturlig förklaring är antecknad.” */
  readonly explanations: readonly Remark[];
  /** Where the unit was merged, split or changed. */
  readonly breaks: readonly Remark[];
  /** ”Åtgärd pågår.” + what. Empty: ”Ingen åtgärd är beslutad.” */
  readonly actions: readonly Remark[];
};

/** A flagged unit in a report: name, verdict, picture, explanation, action. Stands in UnitPanels. */
export function UnitPanel(props: UnitPanelProps) {
  const { verdict, why, series, href, breaks, explanations, actions } = props;
  const t = useTranslations("figures.panel");
  return (
    <article className="unit">
      <h3>{href ? <a href={href}>{series.name}</a> : series.name}</h3>
      <Verdict word={verdict}>{why}</Verdict>
      <TurnoverChart series={series} kind="panel" />
      <Remarks remarks={breaks} />
      <Remarks remarks={explanations} none={t("noExplanation")} />
      <Remarks remarks={actions} none={t("noAction")} />
    </article>
  );
}

function Remarks({
  remarks,
  none,
}: {
  readonly remarks: readonly Remark[];
  readonly none?: string;
}) {
  if (remarks.length === 0) return none ? <p className="t">{none}</p> : null;
  return remarks.map(({ id, head, text }) => (
    <p key={id} className="t">
      <b>{head}</b> {text}
    </p>
  ));
}

/** The grid the panels stand in. */
export function UnitPanels({ children }: { readonly children: ReactNode }) {
  return <div className="multi">{children}</div>;
}

/** The panel that teaches how to read the others; last in the grid. */
export function KeyPanel({ limit }: { readonly limit: number }) {
  const t = useTranslations("figures.panel");
  return (
    <article className="unit">
      <h3>{t("keyTitle")}</h3>
      <p className="intro">{t("keyIntro")}</p>
      <ReadingKey limit={limit} />
      <p className="t">{t("keyNote")}</p>
    </article>
  );
}
