import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { TextRow } from "@/lib/reports/told-rows";
import type { ReportAction, ReportExplanation, ReportUnit } from "@/lib/reports/turnover-shape";

const DEEDS = ["action", "explanation"] as const;
type Deed = (typeof DEEDS)[number];

/** The part of the ids that the rows of one action or explanation have in common. `place`: from 1 within its unit. */
export const deedPlace = (unit: string, deed: Deed, place: number) =>
  `turnover/unit:${unit}/${deed}/${place}`;

/** Decided actions and signed explanations of the units that a report names, a row for each thing told of them. */
export function deedRows({ turnover, due }: ReportSnapshot): readonly TextRow[] {
  return turnover.units.flatMap((unit) => [
    ...unit.actions.flatMap((one, i) => rowsOf(unit, "action", i + 1, actionTexts(one), due)),
    ...unit.explanations.flatMap((one, i) => {
      return rowsOf(unit, "explanation", i + 1, explanationTexts(one), due);
    }),
  ]);
}

type Texts = Readonly<Record<string, string>>;

const actionTexts = ({ what, who, state, decidedOn, due, control }: ReportAction): Texts => ({
  ...{ what, who, state, decided: decidedOn, due, control },
});

const explanationTexts = (one: ReportExplanation): Texts => ({
  what: one.what,
  who: one.who,
  noted: one.notedOn,
  evidence: one.evidence,
  from: one.appliesFrom,
  until: one.expires,
});

function rowsOf(
  { code, name }: ReportUnit,
  item: Deed,
  place: number,
  texts: Texts,
  period: string,
): TextRow[] {
  return Object.entries(texts)
    .filter(([, text]) => text !== "")
    .map(([of, text]) => ({
      id: `${deedPlace(code, item, place)}/${of}`,
      section: "turnover",
      of: `unit:${code}`,
      name,
      series: "",
      item,
      measure: `${place}/${of}`,
      text,
      unit: "text",
      period,
    }));
}
