import type { ReactNode } from "react";
import { WithSwedish } from "@/components/reports/quarterly/in-swedish";
import type { View } from "@/components/reports/quarterly/view";
import { ledgerLetter } from "@/lib/explanations/explanation";
import { native } from "@/lib/reports/sentences/words";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { dayInWords, monthInWords } from "@/lib/wording/date";

type Remark = { readonly id: string; readonly head: ReactNode; readonly text: ReactNode };

/** From when a unit is another than before: what is not to be compared. */
export function breakRemarks(unit: ReportUnit, { t, words }: View): readonly Remark[] {
  return unit.breaks.map((cut) => {
    const month = monthInWords(cut.month, words.locale);
    return {
      id: `${unit.code}-break-${cut.month}`,
      head: t("remark.breakHead", { month }),
      text: t("remark.break"),
    };
  });
}

/** Explanations with who and when, and what they rest on. */
export function explanationRemarks(unit: ReportUnit, { t, words }: View): readonly Remark[] {
  const day = (of: string) => dayInWords(of, words.locale);
  return unit.explanations.map((row, i) => ({
    id: `${unit.code}-explanation-${i}`,
    head: (
      <WithSwedish>
        {t("remark.explanation", { letter: ledgerLetter(i), what: native(row.what) })}
      </WithSwedish>
    ),
    text: (
      <WithSwedish>
        {[
          t("remark.noted", {
            who: native(row.who),
            day: day(row.notedOn),
            from: day(row.appliesFrom),
            to: day(row.expires),
          }),
          ...(row.evidence === ""
            ? []
            : [t("remark.evidence", { evidence: native(row.evidence) })]),
          ...(row.expired ? [t("remark.expired")] : []),
        ].join(" ")}
      </WithSwedish>
    ),
  }));
}

/** Actions with their state, who answers for them and when they are followed up. */
export function actionRemarks(unit: ReportUnit, { t, words }: View): readonly Remark[] {
  return unit.actions.map(({ what, who, due, state }, i) => ({
    id: `${unit.code}-action-${i}`,
    head: t(`remark.${state}`),
    text: (
      <WithSwedish>
        {t("remark.action", {
          what: native(what),
          who: native(who),
          day: dayInWords(due, words.locale),
        })}
      </WithSwedish>
    ),
  }));
}
