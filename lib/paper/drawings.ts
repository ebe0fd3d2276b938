/** A drawing as paper takes it; without words for those that only repeat what stands beside them. */
export type PaperDrawing = {
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly alt: string;
};

export type PaperContent = {
  /** The page's markup, with `<drawing n="0"/>` where a drawing stands. */
  readonly markup: string;
  readonly drawings: readonly PaperDrawing[];
};

/** The widths that a sheet of A4 has room for: a whole column, and beside words. */
const FITTING = /<svg class="w(?:600|346)"[\s\S]*?<\/svg>/;
const DRAWING = /<div class="drawing [^"]*">([\s\S]*?)<\/div>/g;
const SVG = /<svg ([^>]*)>([\s\S]*?)<\/svg>/g;

const POINTS_PER_PIXEL = 0.75;

/** Words of an attribute as they are read. */
function plainWords(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

const attribute = (of: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(of)?.[1];

/**
 * Takes the drawings out of a page's markup. The page draws each picture once for every width that a column
 * can have; paper takes the one that fits.
 *
 * @param markup well-formed, as React writes it
 * @param style what the marks look like, from `drawingStyle`
 */
export function takeDrawings(markup: string, style: string): PaperContent {
  const drawings: PaperDrawing[] = [];
  const chosen = markup.replaceAll(DRAWING, (_, drawn: string) => FITTING.exec(drawn)?.[0] ?? "");
  const left = chosen.replaceAll(SVG, (_, attributes: string, marks: string) => {
    const [, , width = "0", height = "0"] = attribute(attributes, "viewBox")?.split(" ") ?? [];
    const head = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
    drawings.push({
      svg: `<svg ${head} font-family="Libertinus Serif" font-size="14"><style>${TEXT}${style}</style>${marks}</svg>`,
      width: Number(width) * POINTS_PER_PIXEL,
      alt: plainWords(attribute(attributes, "aria-label") ?? ""),
    });
    return `<drawing n="${drawings.length - 1}"/>`;
  });
  return { markup: left, drawings };
}

/** Chart text where no look says otherwise. */
const TEXT = "text{fill:#2b343a}";
