/** How the page's parts follow each other on paper: one Typst function that goes through the markup. */
export const SHEET_NODES = `
#let unit-panel(node) = {
  let shown = inside(node, n => tagged(n, "drawing"))
  let text-parts = inside(node, n => tagged(n, "p"))
  block(breakable: false, width: 100%, above: 1.4em, below: 1.4em, {
    heading(level: 3, said(inside(node, n => tagged(n, "h3")).first()))
    grid(columns: (250pt, 1fr), column-gutter: 7mm,
      shown.map(n => drawing(n, width: 250pt)).join(),
      { set text(size: 9pt); set par(leading: 0.55em, spacing: 0.8em)
        for part in text-parts { par(said(part)) } })
  })
}

#let picture(node) = {
  let shown = inside(node, n => tagged(n, "drawing"))
  let title = inside(node, n => is(n, "figtitle")).map(said).join()
  let teaches = inside(node, n => tagged(n, "figcaption")).map(said).join()
  if title != none { block(sticky: true, above: 1.6em, strong(title)) }
  if shown.len() == 0 {
    for part in inside(node, n => tagged(n, "p") and not is(n, "figtitle")) { par(said(part)) }
    par(text(size: 9pt, teaches))
  } else {
    figure(kind: image, supplement: none, numbering: none,
      caption: text(fill: soft, teaches), align(left, drawing(shown.first())))
  }
}

#let set-node(node) = {
  if type(node) == str { return if node.trim() == "" { none } else { words(node) } }
  let rest = () => for child in node.children { set-node(child) }
  let tag = node.tag
  if is(node, "noprint") or tag in ("summary", "nav", "a") { none }
  else if tag == "h1" { heading(level: 1, said(node)) }
  else if tag == "h2" { heading(level: 2, said(node)) }
  else if tag == "h3" { heading(level: 3, said(node)) }
  else if tag == "table" { table-of(node) }
  else if tag == "figure" { picture(node) }
  else if is(node, "unit") { unit-panel(node) }
  else if tag == "blockquote" { block(inset: (left: 5mm), text(fill: soft, style: "italic", said(node))) }
  else if is(node, "grp") {
    for child in node.children {
      if tagged(child, "ul") { columns(3, gutter: 6mm, set-node(child)) } else { set-node(child) }
    }
  }
  else if tag == "ul" { list(..inside(node, n => tagged(n, "li")).map(said)) }
  else if is(node, "lead") { v(3mm); line(length: 100%, stroke: 1.2pt + ink); pairs(node, 13pt) }
  else if tag == "dl" { pairs(node, 9.5pt) }
  else if is(node, "kick") or is(node, "n") { block(sticky: true, text(fill: soft, said(node))) }
  else if tag == "p" and is(node, "small") { par(text(size: 9pt, fill: soft, said(node))) }
  else if tag == "p" { par(said(node)) }
  else if is(node, "aside") {
    block(inset: (left: 5mm), stroke: (left: 1.2pt + soft), width: 100%, rest())
  }
  else if is(node, "sec") {
    if node.attrs.at("id", default: "") == "units" { pagebreak(weak: true) } else { v(9mm) }
    block(sticky: true, below: 0.7em, line(length: 100%, stroke: 1.2pt + ink))
    rest()
  }
  else { rest() }
}
`;
