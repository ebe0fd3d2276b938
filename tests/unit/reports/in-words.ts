import { translator } from "@/lib/i18n/translator";
import type { Words } from "@/lib/reports/sentences/words";

const common = translator("sv", "common");
/** The report's words in Swedish. */
export const words: Words = {
  say: translator("sv", "report"),
  numeral: (n) => common("numeral", { n }),
  locale: "sv",
};
