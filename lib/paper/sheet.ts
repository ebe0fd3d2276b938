import { SHEET_ELEMENTS } from "@/lib/paper/sheet-elements";
import { SHEET_NODES } from "@/lib/paper/sheet-nodes";

/**
 * A report on A4, from the page's own markup: what stands on the page stands on the paper, in the same order and
 * the same words. All of it comes in as data, so that no word is ever read as a command.
 *
 * Inputs: `report` (the markup), `drawings` (JSON), `title`, `author`, `language`.
 */
export const REPORT_SHEET = `
#set document(title: sys.inputs.title, author: sys.inputs.author, date: none)
#let drawings = json(bytes(sys.inputs.drawings))
#let ink = rgb("#000000")
#let soft = rgb("#2b343a")
#let hair = rgb("#b9c1c5")
#set page(paper: "a4", margin: (top: 18mm, bottom: 20mm, x: 19mm),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    sys.inputs.title
    h(1fr)
    counter(page).display("1 (1)", both: true)
  })
#set text(font: "Libertinus Serif", size: 10.5pt, fill: ink, lang: sys.inputs.language, number-type: "lining")
#set par(leading: 0.62em, spacing: 1em)
#show heading: set text(weight: "regular")
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 27pt)
#show heading.where(level: 2): set text(size: 18pt)
#show heading.where(level: 3): set text(size: 13pt)
#show figure: set align(left)
#show figure: set block(above: 1.6em, below: 1.2em)
#show figure.caption: set align(left)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set text(size: 9pt)
#set table(stroke: none, inset: (x: 0pt, y: 3.2pt), column-gutter: 8pt)
#set table.cell(breakable: false)
#set table.hline(stroke: 0.4pt + hair)
${SHEET_ELEMENTS}
${SHEET_NODES}
#for node in xml(bytes(sys.inputs.report)).first().children { set-node(node) }
`;
