/** A route as its folders are called: no segment of it is anybody's value. */
const PATTERN = /^(\/(\[(\.\.\.)?[a-z]+\]|\([a-z]+\)|@?[a-z][a-z.-]*))*\/?$/i;
const CLASS = /^[A-Z][A-Za-z]{0,59}$/;
/** The framework's number of an error, which the failed page shows. */
const DIGEST = /^\d{1,12}$/;

/** Where the hour of a call could be an answer's: nothing is written of these. */
const SILENT = /^\/(api\/survey|svar)(\/|$)/;

/**
 * The line in the server's log for a page or call that failed: which route, which class of error, and the number that
 * its reader was shown. Never the error's own words, the address as it was asked, or anything of the reader. Null
 * where nothing may be written.
 *
 * @param route the pattern of the route, as Next's `onRequestError` gives it
 */
export function failureLine(error: unknown, route: string): string | null {
  const pattern = route.replace(/\/(page|route)$/, "") || "/";
  if (SILENT.test(pattern)) return null;
  const where = PATTERN.test(pattern) ? pattern : "(unknown route)";
  const name = error instanceof Error && CLASS.test(error.name) ? error.name : "Error";
  const digest = digestOf(error);
  return `A page failed: ${where} (${name}${digest === "" ? "" : `, number ${digest}`})`;
}

function digestOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("digest" in error)) return "";
  return typeof error.digest === "string" && DIGEST.test(error.digest) ? error.digest : "";
}
