import type { Say } from "@/components/hr/words";
import type { Figure } from "@/lib/disclosure/figure";
import type { SheetCell } from "@/lib/downloads/sheet";

/**
 * A survey figure in two cells: the number, and how it is to be read or why there is none.
 *
 * @param figures words of the area of that name
 */
export function figureCells(figure: Figure, figures: Say): readonly [SheetCell, SheetCell] {
  if (figure.kind === "withheld") return ["", figures(`withheld.${figure.reason}`)];
  return [figure.n, figure.kind === "count" ? "" : figures(figure.kind)];
}
