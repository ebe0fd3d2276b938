import type { Problem } from "@/lib/imports/problem";
import type { Row } from "@/lib/imports/table";
import type { SignalColumn, SignalName, SignalRow } from "./signal";

type SharesOfOne = {
  readonly note: (line: Row<SignalColumn>, row: SignalRow) => void;
  readonly found: () => readonly Problem[];
};

/**
 * Finds signals that a file gives as shares of one: a workbook holds 5.4 % as 0.054, which would be read as 0.1 per
 * cent. That is so where no value of a signal is over 1, and one is neither zero nor written with a per cent sign;
 * the first such line stands for all.
 */
export function sharesOfOne(): SharesOfOne {
  const ordinary = new Set<SignalName>();
  const first = new Map<SignalName, Problem>();
  return {
    note({ line, cells }, { signal }) {
      const value = cells.value ?? "";
      const number = Number(value.replace(",", "."));
      if (value.includes("%") || number > 1) ordinary.add(signal);
      else if (number > 0 && !first.has(signal)) {
        first.set(signal, { code: "share-of-one", line, column: "value", value });
      }
    },
    found: () => [...first].flatMap(([signal, problem]) => (ordinary.has(signal) ? [] : [problem])),
  };
}
