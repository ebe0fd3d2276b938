import { readFileSync } from "node:fs";
import type { Finding, FindingKind } from "@/lib/guard/finding";

export type Sentence = { readonly text: string; readonly marked: readonly Finding[] };

const MARK = /\[(\w+)\|([^\]]+)\]/g;

function read(line: string): Sentence {
  const marked: Finding[] = [];
  let text = "";
  let at = 0;
  for (const { 0: whole, 1: kind, 2: passage = "", index } of line.matchAll(MARK)) {
    text += line.slice(at, index);
    marked.push({ kind: kind as FindingKind, from: text.length, to: text.length + passage.length });
    text += passage;
    at = index + whole.length;
  }
  return { text: text + line.slice(at), marked };
}

/** The sentences of `corpus.txt`, with what a careful reader would point at. */
export const corpus: readonly Sentence[] = readFileSync("tests/unit/guard/corpus.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(read);
