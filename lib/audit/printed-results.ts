import { labelOf } from "./bounds";
import type { Leak } from "./leak";
import type { Round } from "./published";
import type { Printed, PrintedSurvey } from "./report-shape";
import type { Atom } from "./shapes";

/** The question that reports print the classes of. */
const MAIN_REASON = "B1";

type Result = PrintedSurvey["results"][number];

/** Units' own results as printed. */
export function printedResults(
  { results }: PrintedSurvey,
  round: Round,
  atoms: readonly Atom[],
): readonly Leak[] {
  return results.flatMap((result) => {
    const atom = atoms.find(
      ({ unit, series, to }) => unit === result.code && series === "leaver" && to === result.to,
    );
    const where = `result ${result.code}`;
    if (atom === undefined) return isWithheld(result) ? [] : [{ rule: "part-not-shown", where }];
    return [
      ...peopleLeaks(result, atom, where),
      ...classLeaks(result, atom, where),
      ...indexLeaks(result, atom, round, where),
    ];
  });
}

function isWithheld({ people, classes, hme }: Result): boolean {
  const figures = [people, ...classes.map(({ figure }) => figure), ...Object.values(hme)];
  return figures.every(({ kind }) => kind === "withheld");
}

function peopleLeaks({ people, from }: Result, atom: Atom, where: string): readonly Leak[] {
  const same = isSame(people, { kind: "count", n: atom.n }) && from === atom.from;
  return same ? [] : [{ rule: "wrong-label", where: `${where} people` }];
}

function classLeaks({ classes }: Result, atom: Atom, where: string): readonly Leak[] {
  const shown = atom.items[MAIN_REASON];
  return classes.flatMap(({ code, figure }): readonly Leak[] => {
    const n = shown?.kind === "classes" ? shown.counts[code] : undefined;
    const place = `${where} ${MAIN_REASON} ${code}`;
    if (shown === undefined || n === undefined) {
      return figure.kind === "withheld" ? [] : [{ rule: "part-not-shown", where: place }];
    }
    const right = { kind: labelOf(n, shown.low, shown.high), n };
    return isSame(figure, right) ? [] : [{ rule: "wrong-label", where: place }];
  });
}

function indexLeaks({ hme }: Result, atom: Atom, round: Round, where: string): readonly Leak[] {
  const items = [...round.items.values()].filter(({ part }) => part !== null);
  return Object.entries(hme).flatMap(([part, figure]): readonly Leak[] => {
    const of = items.filter((item) => part === "total" || item.part === part);
    const right = indexOf(
      of.map(({ id }) => id),
      atom,
    );
    const same = right === null ? figure.kind === "withheld" : isSame(figure, right);
    return same ? [] : [{ rule: "part-not-shown", where: `${where} hme ${part}` }];
  });
}

type Number = { readonly kind: string; readonly n: number };

/** An index in whole points from what is shown alone; null where none may be printed. */
function indexOf(ids: readonly string[], atom: Atom): Number | null {
  const shown = ids.flatMap((id) => {
    const item = atom.items[id];
    return item?.kind === "scale" ? [item] : [];
  });
  if (shown.length === 0 || (ids.length - shown.length) * 3 > ids.length) return null;
  const labels = new Set(shown.map(({ sum, low, high }) => labelOf(sum, low, high)));
  if (labels.has("at-most") && labels.has("at-least")) return null;
  const points = shown.reduce((all, { sum, n }) => all + (sum / n - 1) * 25, 0) / shown.length;
  if (labels.has("at-most")) return { kind: "at-most", n: Math.ceil(points) };
  if (labels.has("at-least")) return { kind: "at-least", n: Math.floor(points) };
  return { kind: "count", n: Math.round(points) };
}

/** The same label, and the same number but for the last bit of a division. */
function isSame(figure: Printed, right: Number): boolean {
  return (
    figure.kind !== "withheld" && figure.kind === right.kind && Math.abs(figure.n - right.n) <= 1e-9
  );
}
