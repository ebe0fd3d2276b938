/**
 * Makes the first cell of every table row a head of its row (ISO 32000-1, 14.8.5.7): the typesetter knows heads of
 * columns only. Its own reference from each cell to the head of its column gives way to the scopes of both, which
 * say the same and reach the rows as well. Every row must begin with its name.
 *
 * @param pdf as Typst writes it: objects in the clear, in the order of its one cross-reference table
 */
export function withRowHeads(pdf: Uint8Array): Uint8Array {
  const file = latin1(pdf);
  const { start, offsets } = tableOf(file);
  const bounds = [...offsets.values()].sort((a, b) => a - b);
  const objects = new Map(
    [...offsets].map(([id, from]) => {
      const to = bounds.find((offset) => offset > from) ?? start;
      return [id, file.slice(from, to)] as const;
    }),
  );
  const changed = new Map(objects);
  for (const body of partsOf(objects, "TBody")) {
    for (const row of childrenOf(body)) {
      const [head, ...cells] = childrenOf(objects.get(row) ?? "");
      if (head !== undefined) change(changed, head, asRowHead);
      for (const cell of cells) change(changed, cell, withoutHeads);
    }
  }
  for (const [id, body] of changed) changed.set(id, body.replace(NOT_SUSPECT, ""));
  return written(file.slice(0, bounds[0] ?? start), changed, file.slice(start));
}

type Objects = ReadonlyMap<number, string>;

/** What is so anyway when it is not said; a widespread reader (Poppler) takes the word `false` here for an error. */
const NOT_SUSPECT = /\/Suspects false\n?/;

/** Where the cross-reference table stands, and each object: its number → its offset. */
function tableOf(file: string): { start: number; offsets: ReadonlyMap<number, number> } {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(file.slice(start, start + 40));
  if (head === null) throw new Error("A PDF without a plain cross-reference table.");
  const first = start + head[0].length;
  const offsets = new Map<number, number>();
  for (let id = 1; id < Number(head[1]); id += 1) {
    const entry = file.slice(first + id * 20, first + id * 20 + 20);
    if (entry[17] === "n") offsets.set(id, Number(entry.slice(0, 10)));
  }
  return { start, offsets };
}

const partsOf = (objects: Objects, kind: string) =>
  [...objects.values()].filter((body) => body.includes(`/S /${kind}\n`));

/** The structure elements in an element, in the order in which they are read. */
function childrenOf(body: string): readonly number[] {
  const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}

function change(objects: Map<number, string>, id: number, how: (body: string) => string): void {
  objects.set(id, how(objects.get(id) ?? ""));
}

const HEADS = /\/Headers \[[^\]]*\]/;

const asRowHead = (body: string) =>
  body.replace("/S /TD\n", "/S /TH\n").replace(HEADS, "/Scope /Row");

const withoutHeads = (body: string) => body.replace(HEADS, "");

/** The file with its objects at their new offsets. */
function written(before: string, objects: Objects, table: string): Uint8Array {
  const parts = [before];
  let at = before.length;
  const entries = ["0000000000 65535 f\r\n"];
  for (const id of [...objects.keys()].sort((a, b) => a - b)) {
    const body = objects.get(id) ?? "";
    entries.push(`${`${at}`.padStart(10, "0")} 00000 n\r\n`);
    parts.push(body);
    at += body.length;
  }
  const trailer = table.slice(table.indexOf("trailer"));
  const xref = `xref\n0 ${entries.length}\n${entries.join("")}`;
  parts.push(xref, trailer.replace(/startxref\s+\d+/, `startxref\n${at}`));
  return Uint8Array.from(Buffer.from(parts.join(""), "latin1"));
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
