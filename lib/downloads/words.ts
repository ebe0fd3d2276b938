// Leading blanks and NULs do not keep a program from reading a formula; nor do the wide forms of the signs.
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\0]/;

/**
 * Words as a cell of a `;`-separated file, quoted where they must be (RFC 4180, 2.6 and 2.7). What a spreadsheet
 * program would take for a formula gets an apostrophe before it (OWASP, CSV injection). Every export's text cells
 * are written here.
 */
export function csvWords(words: string): string {
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return /[;"\r\n\t\0]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
