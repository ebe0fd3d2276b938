import { inflateSync } from "node:zlib";

/** A piece of text on a page: its height over the page's lower edge in points, and what each font would make of it. */
export type PdfText = { readonly y: number; readonly readings: readonly string[] };

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
  } catch {
    // What is not packed stands there as it is.
    return body;
  }
}

/** A PDF's own words and every stream in it, unpacked: structure, metadata, pages. */
export function pdfSource(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf).toString("latin1");
  const streams = [...bytes.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return [bytes, ...streams.map(([, body = ""]) => inflated(body))];
}

type Letters = ReadonlyMap<number, string>;

/** The table by which a font's glyph numbers are characters. */
function lettersOf(map: string): Letters {
  const pairs = map.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4,})>/g);
  return new Map(
    [...pairs].map(([, glyph = "", text = ""]) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, "hex").swap16().toString("utf16le"),
    ]),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The literal strings in a `TJ` array. Brackets that are in balance stand in them as they are. */
function literals(array: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const [sign] of array.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (sign === ")") depth -= 1;
    if (depth > 0) found.push((found.pop() ?? "") + sign);
    if (sign === "(") {
      if (depth === 0) found.push("");
      depth += 1;
    }
  }
  return found;
}

/** The bytes of the literal strings in a `TJ` array. */
function bytesOf(array: string): Buffer {
  const plain = literals(array)
    .join("")
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
      /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
    );
  return Buffer.from(plain, "latin1");
}

function read(bytes: Buffer, letters: Letters): string {
  const glyphs = Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readUInt16BE(i * 2));
  return glyphs.map((glyph) => letters.get(glyph) ?? "?").join("");
}

const PIECE = /1 0 0 -1 [\d.]+ ([\d.]+) cm(?:(?! cm)[\s\S])*?BT[\s\S]*?\[([\s\S]*?)\] TJ\s+ET/g;

/** Every piece of text of a PDF that Typst wrote, page after page. */
export function pdfTexts(pdf: Uint8Array): readonly PdfText[] {
  const streams = pdfSource(pdf).slice(1);
  const fonts = streams.filter((stream) => stream.includes("begincmap")).map(lettersOf);
  const pages = streams.filter((stream) => stream.includes(" TJ"));
  return pages.flatMap((page) =>
    [...page.matchAll(PIECE)].map(([, y = "", array = ""]) => ({
      y: Number(y),
      readings: fonts.map((letters) => read(bytesOf(array), letters)),
    })),
  );
}

const OBJECT = /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g;
const FONT_USE = /\/(f\d+) [\d.]+ Tf[\s\S]*?Tm\n([\s\S]*?) T[jJ]\n/g;

/** What each page says, in the order in which it is read aloud, for any number of fonts. */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf).toString("latin1");
  const objects = new Map([...bytes.matchAll(OBJECT)].map(([, id = "", body = ""]) => [id, body]));
  const stream = (id: string | undefined) =>
    inflated(/stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objects.get(id ?? "") ?? "")?.[1] ?? "");
  const lettersIn = (font: string) =>
    lettersOf(stream(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1]));
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => {
    const used = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)];
    const fonts = new Map(used.map(([, name = "", id = ""]) => [name, lettersIn(id)]));
    const content = stream(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    return [...content.matchAll(FONT_USE)]
      .map(([, font = "", array = ""]) => read(bytesOf(array), fonts.get(font) ?? new Map()))
      .join(" ");
  });
}
