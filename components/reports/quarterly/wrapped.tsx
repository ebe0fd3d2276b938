/** An en dash between figures never ends a line: word joiners hold it. */
const JOINED_DASH = "\u2060–\u2060";

/** The head of a column of figures that may take several lines: its figures are short. */
export function Wrapped({ children }: { readonly children: string }) {
  return <span className="whitespace-normal">{children.replaceAll("–", JOINED_DASH)}</span>;
}
