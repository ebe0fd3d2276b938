import type { View } from "@/components/reports/quarterly/view";
import { ledgerLetter } from "@/lib/explanations/explanation";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { dayInWords, monthInWords } from "@/lib/wording/date";

type Remark = { readonly id: string; readonly head: string; readonly text: string };

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
    head: t("remark.explanation", { letter: ledgerLetter(i), what: row.what }),
    text: [
      t("remark.noted", {
        who: row.who,
        day: day(row.notedOn),
        from: day(row.appliesFrom),
        to: day(row.expires),
      }),
      ...(row.evidence === "" ? [] : [t("remark.evidence", { evidence: row.evidence })]),
      ...(row.expired ? [t("remark.expired")] : []),
    ].join(" "),
  }));
}

/** Actions with their state, who answers for them and when they are followed up. */
export function actionRemarks(unit: ReportUnit, { t, words }: View): readonly Remark[] {
  return unit.actions.map(({ what, who, due, state }, i) => ({
    id: `${unit.code}-action-${i}`,
    head: t(`remark.${state}`),
    text: t("remark.action", { what, who, day: dayInWords(due, words.locale) }),
  }));
}
