/** The way in which a page asks to be told how far a work is: a line of JSON for each step. */
export const WATCHED = "application/x-ndjson";

/** What a line says: hundredths done, or the place to go on to. */
export type Told = { readonly done: number } | { readonly next: string };

/** The last whole line of what has come so far; null before the first, and for what is no such line. */
export function lastTold(text: string): Told | null {
  const line = text.slice(0, text.lastIndexOf("\n")).split("\n").at(-1) ?? "";
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== "object" || said === null) return null;
    if ("next" in said && typeof said.next === "string") return { next: said.next };
    return "done" in said && typeof said.done === "number" ? { done: said.done } : null;
  } catch {
    return null;
  }
}
