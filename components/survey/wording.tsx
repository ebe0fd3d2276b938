import type { Figure } from "@/lib/disclosure/figure";
import type { Day } from "@/lib/quarters/quarter";
import type { Localized } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";
import { dayFor } from "@/lib/wording/date";
import { useSpeech, useText } from "./catalogue";

/** A text of the questionnaire in the language spoken now. */
export function useWording(): (text: Localized) => string {
  const { language, params } = useSpeech();
  return (text) => wording(text, language, params);
}

/** A calendar day in words, as the language's catalogue names its way of writing. */
export function useDay(): (day: Day) => string {
  const t = useText();
  return (day) => dayFor(day, t("tag"));
}

/** A released figure in words: ”minst 4,0”, ”ungefär 10”. A withheld one has no number to say. */
export function useFigure(): (figure: Figure, digits?: number) => string {
  const t = useText();
  return (figure, digits = 0) => {
    if (figure.kind === "withheld") return "";
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const n = new Intl.NumberFormat(t("tag"), fixed).format(figure.n);
    return t(`figure.${figure.kind}`, { n });
  };
}
