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

/** A language's sentences, each by its whole key: `start.title`. */
export type Spoken = Readonly<Record<string, string>>;

function sentences(catalogue: Catalogue, group = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [[group + key, value]] : sentences(value, `${group}${key}.`),
  );
}

/** A catalogue's text as the survey speaks it: its sentences, and how its language writes dates and decimals. */
export function spoken(text: string): Spoken {
  const { tag, ...texts } = JSON.parse(text);
  return { ...Object.fromEntries(sentences(texts)), ...datesOf(tag), decimal: decimalOf(tag) };
}

/** The survey page's own texts in those of the languages that it speaks, `{language: catalogue}`. */
export function surveyCatalogues(languages: readonly string[]): Record<string, Spoken> {
  return Object.fromEntries(
    languages
      .filter((language) => LANGUAGE.test(language))
      .map((language) => [language, fileOf(language)])
      .filter(([, file = ""]) => existsSync(file))
      .map(([language, file = ""]) => [language, spoken(readFileSync(file, "utf8"))]),
  );
}
