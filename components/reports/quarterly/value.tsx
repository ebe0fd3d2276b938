import { useWordingLocale } from "@/components/charts/wording";
import { FigureValue } from "@/components/reports/figure-value";
import type { View } from "@/components/reports/quarterly/view";
import { UNIT_DIGITS, type UnitOfMeasure } from "@/lib/reports/row";

const PER_CENT: readonly UnitOfMeasure[] = ["percent", "percent-per-year"];
const SIGN = { sv: "\u202f%", en: "%" } as const;

type ValueProps = {
  readonly view: View;
  /** The row's id in the open data. */
  readonly id: string;
  /** Without the sign of its unit: the first of a range. */
  readonly bare?: boolean;
};

/** A figure of the report: always the row that the files hold, and marked with its id. */
export function Value({ view, id, bare = false }: ValueProps) {
  const row = view.figures.get(id);
  const locale = useWordingLocale();
  if (row === undefined) return <span className="wh">{view.t("first.noRate")}</span>;
  const { figure, unit } = row;
  const said = (
    <FigureValue figure={figure} digits={UNIT_DIGITS[unit]} k={view.snapshot.promise.atom} />
  );
  if (figure.kind === "withheld") {
    // Words among figures: they may wrap, but not letter by letter.
    return (
      <span data-row={id} className="small inline-block min-w-36 whitespace-normal">
        {said}
      </span>
    );
  }
  return (
    <data data-row={id} value={figure.n}>
      {said}
      {PER_CENT.includes(unit) && !bare ? SIGN[locale] : ""}
    </data>
  );
}
