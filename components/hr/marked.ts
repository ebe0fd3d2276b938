import { TERMS, type TermId } from "@/components/hr/definitions/terms";
import type { Say } from "@/components/hr/words";

/** What next-intl's translators have in common, on a page and beside it. */
type Translator = {
  readonly markup: (
    key: string,
    values?: Record<string, string | number | ((figure: string) => string)>,
  ) => string;
};

/** `<of_turnover>`: an argument of a text may well be called `turnover` itself. */
const TAGS = Object.fromEntries(
  TERMS.map((term) => [`of_${term}`, (figure: string) => mark(term, figure)]),
);

/** A figure that carries its definition through sentences that are put together as texts. */
export function mark(term: TermId, figure: string): string {
  return `⟦${term}:${figure}⟧`;
}

/** Says an area's texts with every figure marked: `<Said>` makes links of the marks. */
export function marked(t: Translator): Say {
  return (key, values) => t.markup(key, { ...TAGS, ...values });
}

/** A piece of a marked text; `of` where it is a figure. */
export type Piece = { readonly text: string; readonly of: TermId | null };

/** The marked figures of a text and what stands between them. */
export function pieces(text: string): readonly Piece[] {
  const parts = text.split(/(⟦[a-z]+:[^⟧]*⟧)/);
  return parts.flatMap((part): Piece[] => {
    const [, name, figure = ""] = /^⟦([a-z]+):([^⟧]*)⟧$/.exec(part) ?? [];
    const of = TERMS.find((term) => term === name) ?? null;
    if (part === "") return [];
    return of === null ? [{ text: part, of }] : [{ text: figure, of }];
  });
}
