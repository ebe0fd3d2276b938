import type { Figure } from "@/lib/disclosure/figure";
import type { Day } from "@/lib/quarters/quarter";
import type { Localized } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";
import { useSpeech, useText } from "./catalogue";

/** A text of the questionnaire in the language spoken now. */
export function useWording(): (text: Localized) => string {
  const { language, params } = useSpeech();
  return (text) => wording(text, language, params);
}

/**
 * A calendar day in words. The build wrote down how the language writes dates: to ask the phone's own tables for
 * the first time is a tenth of a second on a slow one.
 */
export function useDay(): (day: Day) => string {
  const t = useText();
  return (date) => {
    const [year = "", month, day] = date.split("-");
    const months = t("months").split(",");
    return t("day", { day: Number(day), month: months[Number(month) - 1] ?? "", year });
  };
}

/**
 * A released figure in words: ”minst 4,0”, ”ungefär 10”. A withheld one has no number to say. The decimal sign too
 * is the build's: the review would wait 15 ms for the phone's own, at full speed.
 */
export function useFigure(): (figure: Figure, digits?: number) => string {
  const t = useText();
  return (figure, digits = 0) => {
    if (figure.kind === "withheld") return "";
    const n = figure.n.toFixed(digits).replace(".", t("decimal"));
    return t(`figure.${figure.kind}`, { n });
  };
}
