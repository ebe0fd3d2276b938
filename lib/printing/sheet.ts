/** What one letter says, in the person's language. */
export type Sheet = {
  readonly language: string;
  /** The only thing on the outer third: ”Brev 482 716”. */
  readonly number: string;
  readonly sender: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly how: string;
  readonly scan: string;
  /** Where to go, as it is typed: without https and without a code. */
  readonly address: string;
  readonly type: string;
  /** In groups of four. */
  readonly code: string;
  /** An SVG, and what it is in words. */
  readonly qr: string;
  readonly qrWords: string;
  readonly forgiving: string;
  readonly after: readonly string[];
  readonly small: readonly string[];
};

/**
 * One A4 page a letter, folded twice. The upper third is the outside: the window shows its number, wherever
 * the window is, and there is nothing else to be seen. Everything secret lies below the first fold.
 * All words come in as data, so that no word is ever read as a command.
 */
export const LETTER_TEMPLATE = `
#let letters = json(bytes(sys.inputs.letters))
#set document(title: sys.inputs.title, author: sys.inputs.author, date: none)
#let ink = rgb("#15212a")
#let soft = rgb("#45535c")
#set page(paper: "a4", margin: (top: 16mm, bottom: 14mm, x: 25mm), background: {
  for y in (99mm, 198mm) {
    place(top + left, dx: 4mm, dy: y, line(length: 5mm, stroke: 0.4pt + soft))
  }
})
#set text(font: "Libertinus Serif", size: 11.5pt, fill: ink)
#set par(leading: 0.62em, spacing: 1.05em)
#show heading: set text(weight: "regular")
#show heading: set block(below: 0.9em)
#show heading.where(level: 1): set text(size: 21pt)
#show heading.where(level: 2): set text(size: 14pt)
#for (i, letter) in letters.enumerate() {
  if i > 0 { pagebreak() }
  set text(lang: letter.language)
  block(height: 87mm, width: 100%, {
    text(size: 10pt, fill: soft, letter.sender)
    v(24mm)
    pad(left: 78mm, text(size: 17pt, letter.number))
  })
  heading(level: 1, letter.heading)
  for words in letter.paragraphs { par(words) }
  v(1mm)
  line(length: 100%, stroke: 0.8pt + ink)
  grid(columns: (34mm, 1fr), column-gutter: 8mm, align: horizon,
    image(bytes(letter.qr), format: "svg", width: 34mm, alt: letter.qrWords),
    {
      heading(level: 2, letter.how)
      par({ letter.scan + " "; strong(letter.address); " " + letter.type })
      block(above: 1em, below: 1em,
        text(font: "DejaVu Sans Mono", size: 18pt, hyphenate: false, letter.code))
      text(size: 10pt, fill: soft, letter.forgiving)
    })
  line(length: 100%, stroke: 0.8pt + ink)
  v(1mm)
  for words in letter.after { par(words) }
  set text(size: 8.5pt, fill: soft)
  set par(leading: 0.5em, spacing: 0.6em)
  for words in letter.small { par(words) }
}
`;
