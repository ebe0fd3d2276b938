import { placeName, type ReasonsWords } from "@/components/hr/reasons/words";
import type { Figure } from "@/lib/disclosure/figure";
import type { Line, ReasonsOverview } from "@/lib/reasons/overview";

/** Groups or years under each other. */
export type LineTable = "groups" | "years";

/** A group's or a year's picture with its name. */
export type NamedLine = Line<unknown> & { readonly id: string; readonly name: string };

/** A column of figures; `name` where the questionnaire names it. A page shows the two parts under each other. */
export type LineColumn = {
  readonly key: string;
  readonly name?: string;
  readonly part: "why" | "climate";
};

/** The lines of a table: groups in the order of the alphabet after the region, years as they came. */
export function namedLines(
  table: LineTable,
  { groups, years }: ReasonsOverview,
  words: ReasonsWords,
): readonly NamedLine[] {
  return table === "groups"
    ? groups.map((line) => ({ ...line, id: line.of.node, name: placeName(line.of, words) }))
    : years.map((line) => ({ ...line, id: line.of, name: line.of }));
}

/** People, classes of reasons, silence, recommendation and engagement. */
export function lineColumns(
  { picture, choice }: ReasonsOverview,
  { locale }: Pick<ReasonsWords, "locale">,
): readonly LineColumn[] {
  return [
    { key: "people", part: "why" },
    ...picture.classes.map(({ code, name }) => ({
      key: `class:${code}`,
      name: name[locale] ?? code,
      part: "why" as const,
    })),
    ...["silence", ...(choice.series === "retiree" ? [] : ["unheard"])].map(climate),
    ...["promoter", "detractor", "hme"].map(climate),
  ];
}

const climate = (key: string) => ({ key, part: "climate" }) as const;

/** The figure of a line in a column. */
export function lineFigure(key: string, { picture, shares }: Line<unknown>): Figure {
  switch (key) {
    case "people":
      return picture.people;
    case "silence":
    case "unheard":
      return shares[key].figure;
    case "hme":
      return picture.hme.total;
    default:
      return ofClass(key, picture);
  }
}

const NO_CELL: Figure = { kind: "withheld", reason: "no-cell" };

function ofClass(key: string, { classes, recommend }: Line<unknown>["picture"]): Figure {
  const code = key.replace("class:", "");
  const among = key === code ? recommend : classes;
  return among.find((one) => one.code === code)?.figure ?? NO_CELL;
}
