import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { BoundScale, BoundScaleEnds } from "@/components/charts/bound-scale";
import { FigureValue } from "@/components/reports/figure-value";
import { Downloads } from "@/components/ui/downloads";
import type { Figure } from "@/lib/disclosure/figure";

export type AnswerPart = {
  readonly id: string;
  /** ”Motivation”, ”Ledarskap”. */
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    /** The statement as it was asked. */
    readonly text: string;
    /** How many answered it. */
    readonly answers: Figure;
    /** Mean 1–5, or the bound it stands at. */
    readonly mean: Figure;
  }[];
};

type AnswersTableProps = {
  readonly file: string;
  readonly caption: string;
  readonly parts: readonly AnswerPart[];
};

/** A unit's five-point items: answers, mean, and its place on the scale. */
export function AnswersTable({ file, ...table }: AnswersTableProps) {
  return (
    <div>
      <Statements {...table} />
      <Downloads href={file} of={table.caption} />
    </div>
  );
}

function Statements({ caption, parts }: Omit<AnswersTableProps, "file">) {
  const t = useTranslations("figures.answers");
  return (
    <table className="answers">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("question")}</th>
          <th scope="col" className="num">
            {t("answers")}
          </th>
          <th scope="col" className="num">
            {t("mean")}
          </th>
          <th scope="col" className="pic">
            <BoundScaleEnds />
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <Fragment key={part.id}>
            <tr className="part">
              <th scope="colgroup" colSpan={4}>
                {part.name}
              </th>
            </tr>
            {part.items.map((item) => (
              <AnswerRow key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function AnswerRow({ item }: { readonly item: AnswerPart["items"][number] }) {
  const t = useTranslations("figures.answers");
  return (
    <tr>
      <th scope="row">{item.text}</th>
      {item.mean.kind === "withheld" ? (
        <td colSpan={2}>
          <FigureValue figure={item.mean} />
        </td>
      ) : (
        <>
          <td className="num" data-label={t("answersShort")}>
            <FigureValue figure={item.answers} />
          </td>
          <td className="num" data-label={t("meanShort")}>
            <FigureValue figure={item.mean} digits={1} />
          </td>
        </>
      )}
      <td className="pic">
        <BoundScale figure={item.mean} />
      </td>
    </tr>
  );
}
