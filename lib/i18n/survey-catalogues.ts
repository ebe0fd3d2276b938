import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Catalogue } from "@/lib/i18n/catalogues";
import { datesOf } from "@/lib/wording/day-pattern";
import { decimalOf } from "@/lib/wording/number";

const LANGUAGE = /^[a-z]{2}(-[a-z]+)?$/;

/** Read as they stand: only the languages asked for, and nothing traced into the build. */
const fileOf = (language: string) =>
  path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "lib/i18n/messages",
    language,
    "survey.json",
  );

/** A catalogue's text as the survey speaks it: its sentences, and how its language writes dates and decimals. */
export function spoken(text: string): Catalogue {
  const texts = JSON.parse(text);
  return { ...texts, ...datesOf(texts.tag), decimal: decimalOf(texts.tag) };
}

/** The survey page's own texts in those of the languages that it speaks, `{language: catalogue}`. */
export function surveyCatalogues(languages: readonly string[]): Record<string, Catalogue> {
  return Object.fromEntries(
    languages
      .filter((language) => LANGUAGE.test(language))
      .map((language) => [language, fileOf(language)])
      .filter(([, file = ""]) => existsSync(file))
      .map(([language, file = ""]) => [language, spoken(readFileSync(file, "utf8"))]),
  );
}
