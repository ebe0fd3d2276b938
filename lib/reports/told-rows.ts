import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** A row of the files with a text in the place of a figure. */
export type TextRow = {
  readonly id: string;
  readonly section: "answers" | "turnover";
  readonly of: string;
  readonly name: string;
  readonly series: "";
  /** What readers made of a comment, or what was decided or signed about a unit. */
  readonly item: "paraphrase" | "action" | "explanation";
  /** From 1 within its group and quarter, in drawn order; of an action or explanation, and what is told of it. */
  readonly measure: string;
  readonly text: string;
  readonly unit: "text";
  readonly period: string;
};

/** The part of the ids that a group's rows have in common. */
export const toldPlace = (node: string) => `answers/${node}/paraphrase`;

/** The paraphrases of a report. What is told in the same words of the same group is told once. */
export function toldRows({ comments }: Pick<ReportSnapshot, "comments">): readonly TextRow[] {
  const places = new Map<string, number>();
  const rows = (comments?.told ?? []).map(({ node, name, to, text }): TextRow => {
    const key = `${node} ${to}`;
    const place = (places.get(key) ?? 0) + 1;
    places.set(key, place);
    const id = `${toldPlace(node)}/${to}/${place}`;
    const at = { section: "answers", of: node, name, series: "" } as const;
    const what = { item: "paraphrase", measure: `${place}`, text, unit: "text" } as const;
    return { id, ...at, ...what, period: to };
  });
  return rows.filter((row, i) => {
    return rows.findIndex((one) => one.of === row.of && one.text === row.text) === i;
  });
}
