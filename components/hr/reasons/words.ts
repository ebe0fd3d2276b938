import type { Words } from "@/components/hr/words";
import { REGION } from "@/lib/disclosure/release";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Place } from "@/lib/reasons/choice";
import type { Period } from "@/lib/reasons/period";
import { quarterInWords } from "@/lib/wording/date";
import { span } from "@/lib/wording/number";

/** What the page's words need beside the area's own: the region's name in the questions. */
export type ReasonsWords = Words & { readonly region: string };

/** ”senaste fyra kvartalen”, ”2026”, ”kvartal 3 2026”. */
export function periodInWords(period: Period, { say, locale }: ReasonsWords): string {
  if (period === "four" || period === "all") return say(`period.${period}`);
  return isQuarter(period) ? quarterInWords(period, locale) : period;
}

/** ”kvartal 4 2025–kvartal 3 2026”: when answers were given. */
export function spanInWords(from: string, to: string, words: ReasonsWords): string {
  const [first, last] = [from, to].map((quarter) => periodInWords(quarter, words));
  return first === last ? `${first}` : span(`${first}`, `${last}`);
}

/** ”i hela regionen”, ”i vårdcentraler i tätort”: where in a sentence. */
export function whereInWords({ node, name }: Place, { say }: ReasonsWords): string {
  return node === REGION ? say("where.region") : say("where.group", { group: name });
}

/** A place as a choice or a row: ”Hela regionen”, the group's name. */
export function placeName({ node, name }: Place, { say }: ReasonsWords): string {
  return node === REGION ? say("wholeRegion") : name.charAt(0).toUpperCase() + name.slice(1);
}
