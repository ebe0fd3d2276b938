import type { NameFilter } from "@/lib/guard/bloom";
import { findIdentities } from "@/lib/guard/guard";

type Piece = { readonly at: number; readonly text: string; readonly marked: boolean };

/** A text in pieces, in its order: what may say who somebody is, and what stands between. */
function piecesOf(text: string, names: NameFilter): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of findIdentities(text, names)) {
    if (from > at) pieces.push({ at, text: text.slice(at, from), marked: false });
    pieces.push({ at: from, text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), marked: false });
  return pieces;
}

type MarkedTextProps = { readonly text: string; readonly names: NameFilter };

/** What somebody wrote, with the passages marked that may say who it is about. */
export function MarkedText({ text, names }: MarkedTextProps) {
  return (
    <blockquote className="mt-2 max-w-measure whitespace-pre-wrap text-l">
      {piecesOf(text, names).map((piece) =>
        piece.marked ? (
          <mark key={piece.at} className="bg-mark text-mark-ink">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </blockquote>
  );
}
