import type { Problem } from "./problem";

type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Line and column, from 1, of a character in a text. */
function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split("\n");
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

/** Where a JSON text stops being one, as `line:column`; its end when the reader does not say. */
function brokenAt(text: string, cause: unknown): string {
  const told = /position (\d+)/.exec(String(cause))?.[1];
  return told === undefined ? placeOf(text, text.length) : placeOf(text, Number(told));
}

/** A file's JSON, or where it breaks off. A byte order mark at the beginning is passed over. */
export function readJsonDocument(file: string): ReadJson {
  const text = file.replace(/^\uFEFF/, "");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    return { ok: false, problem: { code: "not-json", at: brokenAt(text, cause), detail: "" } };
  }
}
