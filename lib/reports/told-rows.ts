import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** What readers made of a comment, as a row of the files: a text in the place of a figure. */
export type ToldRow = {
  readonly id: string;
  readonly section: "answers";
  readonly of: string;
  readonly name: string;
  readonly series: "";
  readonly item: "paraphrase";
  /** From 1 within its group and quarter, in drawn order. */
  readonly measure: string;
  readonly text: string;
  readonly unit: "text";
  readonly period: string;
};

/** The part of the ids that a group's rows have in common. */
export const toldPlace = (node: string) => `answers/${node}/paraphrase`;

/** The paraphrases of a report. What is told in the same words of the same group is told once. */
export function toldRows({ comments }: Pick<ReportSnapshot, "comments">): readonly ToldRow[] {
  const places = new Map<string, number>();
  const rows = (comments?.told ?? []).map(({ node, name, to, text }): ToldRow => {
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
