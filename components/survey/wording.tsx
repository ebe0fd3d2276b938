import type { Day } from "@/lib/quarters/quarter";
import type { Localized } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";
import { dayInWords } from "@/lib/wording/date";
import { useSpeech } from "./catalogue";

/** A text of the questionnaire in the language spoken now. */
export function useWording(): (text: Localized) => string {
  const { language, params } = useSpeech();
  return (text) => wording(text, language, params);
}

/** A calendar day in words; a language without words of its own for days has the Swedish ones. */
export function useDay(): (day: Day) => string {
  const { language } = useSpeech();
  return (day) => dayInWords(day, language === "en" ? "en" : "sv");
}
