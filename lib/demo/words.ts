import { chance, type Dice, pick } from "./random";
import texts from "./texts.json";

type Theme = keyof typeof texts.sv;

const THEME: Readonly<Record<string, Theme>> = {
  ...{ A1: "lead", A2: "lead", A8: "lead", A9: "lead", A10: "lead", A11: "lead" },
  ...{ A3: "load", A4: "load", A12: "load", A13: "load", A14: "load" },
  ...{ A5: "pay", A6: "pay", C3: "pay", A7: "dev", A15: "dev", C1: "dev", C2: "dev" },
  ...{ O1: "change", O2: "change" },
};

/** What somebody writes in their own words (F1, F2): fictional, without names; most write nothing. */
export function ownWords(dice: Dice, reason: string, language: string): Record<string, string> {
  const theme = (language === "en" ? texts.en : texts.sv)[THEME[reason] ?? "life"];
  const words: Record<string, string> = {};
  if (chance(dice, 0.28)) {
    const why = pick(dice, theme.why);
    words["F1"] = chance(dice, 0.6) ? `${why} ${pick(dice, theme.more)}` : why;
  }
  if (chance(dice, 0.2)) words["F2"] = pick(dice, theme.change);
  return words;
}
