import { listInWords } from "@/lib/wording/names";
import { type Locale, percent, span } from "@/lib/wording/number";

/** Says a text of one area of the catalogues. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What the report's sentences are put together with. */
export type Words = {
  /** The area `report`. */
  readonly say: Say;
  /** A number up to twelve in letters (”två”). */
  readonly numeral: (n: number) => string;
  readonly locale: Locale;
};

/** Stands before and after the region's own words in a sentence: a sign that no text has and nobody sees. */
export const NATIVE = "\u2063";

/** Words that the region wrote, in a sentence that may be in another language. */
export function native(text: string): string {
  return `${NATIVE}${text}${NATIVE}`;
}

/** More names than this make no sentence. */
export const MOST_NAMES = 6;

/** Names in a sentence, or how many they are. */
export function names(units: readonly { readonly name: string }[], words: Words): string {
  if (units.length > MOST_NAMES) {
    return words.say("someUnits", { count: units.length, numeral: words.numeral(units.length) });
  }
  return listInWords(
    units.map(({ name }) => name),
    words.locale,
  );
}

/** A sentence begins with a capital, also when it begins with a numeral in letters. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences one after the other; empty ones leave no trace. */
export function together(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** A share in per cent as it is printed, rounded as its row in the files is: `45` → `45 %`, `57.5` → `58 %`. */
export function share(n: number, { locale }: Words): string {
  return percent(Math.round(n) / 100, locale, 0);
}

const KINDS = ["primary_care", "hospital", "other"];

/** ”vårdcentral”, ”enheter”: one or several of a kind, without the number. */
export function kindWord(kind: string | null, count: number, { say }: Words): string {
  const key = kind !== null && KINDS.includes(kind) ? kind : "unit";
  return say(`kinds.${key}`, { count });
}

type Rule = { readonly rule: string; readonly years: number };

/** The motion's rule in a reading: ”varje år 2023–2025”. `last`: the last whole calendar year. */
export function ruleWords({ rule, years }: Rule, last: number, { say }: Words): string {
  return say(`rule.${rule}`, { years: span(last - years + 1, last), months: 12 * years });
}
