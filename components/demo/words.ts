import { useWordingLocale } from "@/components/charts/wording";
import type { Happening } from "@/lib/demo/happening";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

/** Quarter and day of what happens, as people say them. */
export function useHappeningWords() {
  const locale = useWordingLocale();
  return ({ quarter, day }: Happening) => ({
    quarter: quarterInWords(quarter, locale),
    day: dayInWords(day, locale),
  });
}
