/** How each element of the page is set on paper: a Typst function of a node of the markup. */
export const SHEET_ELEMENTS = `
#let class-of(node) = node.attrs.at("class", default: "").split(" ")
#let is(node, name) = type(node) == dictionary and name in class-of(node)
#let tagged(node, tag) = type(node) == dictionary and node.tag == tag
#let inside(node, wanted) = node.children.filter(wanted)

#let drawing(node, width: auto) = {
  let it = drawings.at(int(node.attrs.n))
  let size = if width == auto { it.width * 1pt } else { width }
  let set-image = image(bytes(it.svg), format: "svg", width: size, alt: if it.alt == "" { none } else { it.alt })
  if it.alt == "" { pdf.artifact(box(baseline: 1pt, set-image)) } else { set-image }
}

#let words(node) = {
  if type(node) == str { return node.replace(regex("[\\\\n\\\\t ]+"), " ") }
  let content = node.children.map(words).join()
  // Words in another language are read aloud, and hyphenated, in their own.
  if "lang" in node.attrs { content = text(lang: node.attrs.lang, content) }
  if node.tag in ("b", "strong") { strong(content) }
  else if node.tag == "wbr" { sym.zws }
  else if node.tag == "br" { linebreak() }
  else if node.tag == "a" and node.attrs.at("href", default: "").starts-with("http") {
    link(node.attrs.href, text(hyphenate: false, content))
  }
  else if node.tag == "drawing" { drawing(node); " " }
  else if is(node, "whitespace-nowrap") { box(content) }
  else if is(node, "verdict-key") { block(content) }
  else if is(node, "break-all") { set text(size: 9pt, hyphenate: false); content }
  else { content }
}
#let said(node) = node.children.map(words).join()

#let table-of(node) = {
  let heads = inside(node, n => tagged(n, "thead")).first().children.first().children
  let rows = inside(node, n => tagged(n, "tbody")).map(n => n.children).flatten()
  let many = heads.len() > 5
  let side(cell) = if is(cell, "num") { right } else { left }
  let cell-of(cell) = {
    let span = int(cell.attrs.at("colSpan", default: cell.attrs.at("colspan", default: "1")))
    let content = said(cell)
    if cell.tag == "th" { content = strong(content) }
    table.cell(colspan: span, align: side(cell) + top, content)
  }
  // Figures take what they need and words share what is left, unless there are too many columns for that.
  // What must stand on one line gets its width, whatever the heads beside it would like to have.
  let unbroken(i) = rows.map(row => row.children.at(i, default: none))
    .filter(cell => cell != none and cell.children.len() == 1 and is(cell.children.first(), "whitespace-nowrap"))
    .map(cell => measure(said(cell)).width)
  let width-of(i, h) = {
    let widest = calc.max(0pt, ..unbroken(i))
    if i == 0 and many { 25mm } else if many and widest > 0pt { widest + 1pt }
    else if many or is(h, "num") { auto } else { 1fr }
  }
  show figure: set block(breakable: rows.len() > 16)
  set text(size: if many { 7.6pt } else { 9.5pt }, hyphenate: true)
  set par(leading: 0.5em, justify: false)
  context figure(kind: table, supplement: none, numbering: none,
    caption: strong(said(inside(node, n => tagged(n, "caption")).first())),
    table(columns: heads.enumerate().map(((i, h)) => width-of(i, h)),
      table.header(
        ..heads.map(h => table.cell(align: side(h) + bottom, text(fill: soft, said(h)))),
        table.hline(stroke: 0.6pt + ink)),
      ..rows.map(row => (..row.children.map(cell-of), table.hline())).flatten()))
}

#let pairs(node, size) = {
  let all = node.children.map(n => if n.tag == "div" { n.children } else { (n,) }).flatten()
  let lines = all.filter(n => n.tag in ("dt", "dd"))
  for i in range(0, lines.len(), step: 2) {
    block(breakable: false, width: 100%, above: 0.55em, below: 0.55em,
      grid(columns: (34mm, 1fr), column-gutter: 6mm,
        text(fill: soft, said(lines.at(i))),
        text(size: size, inside(lines.at(i + 1), n => not tagged(n, "a")).map(words).join())))
    line(length: 100%, stroke: 0.4pt + hair)
  }
}
`;
