import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

type Texts = { readonly [key: string]: string | Texts };

const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
const MESSAGES = "lib/i18n/messages";

/** Every letter becomes an Arabic one, so that lengths and spaces stay; what is filled in stays as it is. */
function written(text: string): string {
  return text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : (LETTERS[found.toLowerCase().charCodeAt(0) - 97] ?? found),
  );
}

function turned(texts: Texts): Texts {
  const pairs = Object.entries(texts).map(([key, text]) => [
    key,
    typeof text === "string" ? written(text) : turned(text),
  ]);
  return Object.fromEntries(pairs);
}

/** The language's own name, which the page's head offers. */
export const ARABIC = "العربية";

/** A folder of the survey's catalogues and one more: a language added as a file, written from the right. */
export function messagesWithArabic(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-messages-"));
  for (const language of ["sv", "en", "sv-lattlast"]) {
    cpSync(`${MESSAGES}/${language}/survey.json`, path.join(folder, language, "survey.json"));
  }
  const english: Texts = JSON.parse(readFileSync(`${MESSAGES}/en/survey.json`, "utf8"));
  const arabic = { ...turned(english), name: ARABIC, dir: "rtl", tag: "ar" };
  mkdirSync(path.join(folder, "ar"));
  writeFileSync(path.join(folder, "ar", "survey.json"), JSON.stringify(arabic));
  return folder;
}
