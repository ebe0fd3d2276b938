import type { Locale } from "@/lib/wording/number";

/** Says a text of one area. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What a sentence is put together with. */
export type Words = { readonly say: Say; readonly locale: Locale };

/** A sentence begins with a capital, also when it begins with a numeral in words that is marked. */
export function sentence(text: string): string {
  return text.replace(/^((?:⟦[a-z]+:)?)(.)/u, (_, mark: string, first: string) => {
    return mark + first.toUpperCase();
  });
}

/** Sentences one after the other; empty ones leave no trace. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
