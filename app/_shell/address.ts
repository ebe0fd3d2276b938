import { collectorOrigin, env, ownParts, surveyOrigin } from "@/lib/env";
import { isServed, ownerOf } from "@/lib/parties/routes";

/** The address of a page from here: its path, with the other party's origin where the page is theirs. */
export function addressOf(path: string): string {
  if (ownerOf(path) === "collector" && path.startsWith("/svar")) {
    const page = surveyOrigin();
    return page === env().SORTI_ORIGIN ? path : page + path;
  }
  if (isServed(path, ownParts())) return path;
  const other = ownParts() === "issuer" ? collectorOrigin() : env().SORTI_ISSUER_ORIGIN;
  return (other ?? "") + path;
}
