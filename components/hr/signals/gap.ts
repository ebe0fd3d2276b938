import type { GapRow } from "@/components/charts/gap-dots";
import { figureCells } from "@/components/hr/figure-cells";
import type { Leavers } from "@/components/hr/signals/leavers";
import type { Say } from "@/components/hr/words";
import type { Figure } from "@/lib/disclosure/figure";
import { HME_PARTS } from "@/lib/disclosure/hme";
import type { Sheet } from "@/lib/downloads/sheet";
import { partWidth } from "@/lib/reports/noise-width";
import { gapOf, gapSays, type Stayers } from "@/lib/signals/gap";

/** One row of the picture, its table and its file. */
export type GapLine = GapRow & {
  /** How many points lower those who left are; null where the others are missing. */
  readonly gap: Figure | null;
};

/** HME and its parts, among those who left and those who stay. */
export function gapLines(
  { hme, noise }: Pick<Leavers, "hme" | "noise">,
  stayers: Stayers | null,
  say: Say,
): readonly GapLine[] {
  return (["total", ...HME_PARTS] as const).map((part) => {
    const stay = stayers?.hme[part] ?? null;
    return {
      ...{ id: part, name: say(`part.${part}`), left: hme[part], stay },
      gap: gapOf(hme[part], stay),
      noise: noise === null || part === "total" ? noise : partWidth(noise),
    };
  });
}

/** What the gap says, as far as bounds and noise let it. `who`: "De som sagt upp sig på enheten". */
export function gapSentence(
  line: Pick<GapLine, "gap" | "left" | "stay" | "noise">,
  who: string,
  say: Say,
): string {
  const { says, points } = gapSays(line.gap, line.noise);
  const { left, stay, gap } = line;
  if (left.kind === "withheld" || stay === null || gap === null || gap.kind === "withheld") {
    return say(`finding.${says}`, { who });
  }
  const kind = says === "over" && gap.kind === "at-most" ? "at-least" : gap.kind;
  const values = { who, points, left: left.n, stay, kind: KEY[kind], leftKind: KEY[left.kind] };
  return say(`finding.${says}`, values);
}

/** A message's branches have plain names. */
const KEY = { count: "exact", about: "about", "at-least": "least", "at-most": "most" } as const;

type Words = { readonly say: Say; readonly figures: Say; readonly first: string };

/** The gap as a file. `first`: the heading of what the rows are of. */
export function gapSheet(
  title: string,
  lines: readonly GapLine[],
  { say, figures, first }: Words,
): Sheet {
  const heads = ["left", "reads", "noise", "stay", "gap", "reads"].map((key) =>
    say(`column.${key}`),
  );
  return {
    title,
    columns: [first, ...heads].map((head) => ({ head })),
    rows: lines.map(({ name, left, stay, gap, noise }) => [
      name,
      ...figureCells(left, figures),
      noise ?? "",
      stay ?? say("missing"),
      ...(gap === null ? [say("missing"), ""] : figureCells(gap, figures)),
    ]),
  };
}
