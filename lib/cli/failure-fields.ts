import { type Fields, failureName } from "@/lib/log";

/** Where the hour of a call could be an answer's: nothing is written of these. */
const SILENT = /^\/(api\/survey|svar)(\/|$)/;

/**
 * What the log tells of a page or call that failed: which route, which class of error, and the number that its reader
 * was shown. Never the error's own words, the address as it was asked, or anything of the reader. Null where nothing
 * may be written.
 *
 * @param route the pattern of the route, as Next's `onRequestError` gives it
 */
export function failureFields(error: unknown, route: string): Fields | null {
  const pattern = route.replace(/\/(page|route)$/, "") || "/";
  if (SILENT.test(pattern)) return null;
  const number = digestOf(error);
  return { route: pattern, failure: failureName(error), ...(number === "" ? {} : { number }) };
}

function digestOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("digest" in error)) return "";
  return typeof error.digest === "string" ? error.digest : "";
}
