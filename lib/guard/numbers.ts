import { type Finding, matches } from "./finding";

/** Year of two or four digits, month, day (plus 60 in a samordningsnummer), four more; joined as people join them. */
const PERSONNUMMER = /(?:19|20)?(\d\d)([-–\s./]?)(\d\d)\2(\d\d)(\s?[-–+‐‑]\s?|\s)?(\d{4})(?!\d)/g;

/** Luhn's check over the ten digits (Skatteverket, SKV 704). */
export function checksumHolds(tenDigits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) {
    const weighted = Number(tenDigits[at]) * (at % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function isBirthDate(month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91));
}

/** Written with its hyphen a date and four digits is one, mistyped or not; a bare row of digits needs its checksum. */
function isPersonnummer(found: RegExpMatchArray): boolean {
  const [, year = "", , month = "", day = "", joint = "", last = ""] = found;
  if (!isBirthDate(month, day)) return false;
  return joint.trim() !== "" || checksumHolds(year + month + day + last);
}

const EMAIL = /[\wà-ÿ.%+-]+(?:@|\s@\s|\s?[([]at[)\]]\s?)[\da-zà-ÿ-]+(?:\.[\da-zà-ÿ-]+)+/gi;

/** An area code of one to three digits after the 0, or a country code, then five to nine digits in small groups. */
const PHONE =
  /(?:(?:\+|00)\d{2,3}[\s-]?(?:\(0\)[\s-]?)?\d{1,3}|\(?0(?:8|[1-9]\d{1,2})\)?)(?:\s?[-–/]\s?|\s)?\d{2,3}(?:[\s-]?\d{2,3}){1,2}(?![\d:.]\d|\d)/g;

/** A short number after a word that says what it is. */
const EXTENSION =
  /(?:anknytning(?:en)?|ankn|telefon(?:nummer)?|tel|mobil(?:nummer)?|nås på|ring|extension|ext|phone|call)[.:]?\s+(?:mig\s+|me\s+)?(?:på\s+|on\s+|at\s+|nummer\s+)?\d[\d\s-]{3,11}\d(?!\d)/gi;

/** @eva_k; somebody's page where people have pages; and "insta: eva_k92", which a word alone would not be. */
const ACCOUNT =
  /@[a-zà-ÿ][\wà-ÿ.-]*\w|(?:facebook|instagram|linkedin|tiktok)\.com\/\S*\w|(?:insta|snap|tiktok)\w*:? [a-z]+[\d_.]\w+/gi;

/** Personnummer, samordningsnummer, telephone numbers, e-mail addresses and accounts, in all usual spellings. */
export function numberFindings(text: string): readonly Finding[] {
  const phones = matches("phone", text, PHONE, { notAfter: /[\d.,:/]/ });
  const announced = matches("phone", text, EXTENSION, { notAfter: /\p{L}/u });
  const short = announced.filter(
    ({ from, to }) => !phones.some((one) => one.from < to && from < one.to),
  );
  return [
    ...matches("personnummer", text, PERSONNUMMER, { notAfter: /[\d+]/, keep: isPersonnummer }),
    ...matches("email", text, EMAIL, { notAfter: /[\p{L}\d]/u }),
    ...matches("email", text, ACCOUNT, { notAfter: /[\p{L}\d]/u }),
    ...phones,
    ...short,
  ];
}
