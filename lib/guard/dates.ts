import { type Finding, LETTER, matches } from "./finding";

const MONTHS =
  "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars|mar(?:ch)?|apr(?:il)?|maj|may|juni?|june|juli?|july|aug(?:usti|ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?";

const PATTERNS = [
  // den 3 mars, 3:e mars 2021, 12th of March
  `(?:den )?[0-3]?\\d(?::?[ae]|st|nd|rd|th)?\\.?(?: of)? (?:${MONTHS})(?!${LETTER})\\.?(?: (?:19|20)\\d\\d)?`,
  // March 12, 2021
  `(?:${MONTHS})\\.? [0-3]?\\d(?:st|nd|rd|th)?(?![\\d:.%]\\d|\\d|[\\s\\u00a0\\u202f]?%)(?:,? (?:19|20)\\d\\d)?`,
  // 2021-03-12, 12.3.2021, 12/3-21, 210312
  "(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?![\\d-])",
  "(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./-]| )(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d%:]|[.,]\\d)",
  // den 3/4, sedan 3/4: bare, it would be a fraction
  "(?:den|sedan|från|till|on|since|from|until) (?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])(?![\\d/])",
  // född 850312, f. 1985
  "(?:född|född år|f\\.|born(?: in)?|född den) ?(?:\\d{8}|\\d{6}|(?:19|20)\\d\\d)(?!\\d)",
].map((source) => new RegExp(source, "gi"));

/** A date begins neither inside a word nor inside another number. */
const NOT_AFTER = /[\p{L}\d.,:/-]/u;

/** "april 30" is a day, "mars 2021" a month, and a month alone says little: only days are pointed out. */
export function dateFindings(text: string): readonly Finding[] {
  return PATTERNS.flatMap((pattern) => matches("date", text, pattern, { notAfter: NOT_AFTER }));
}
