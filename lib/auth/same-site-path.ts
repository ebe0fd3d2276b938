const NOWHERE = "http://same.invalid";

/** A path of this site, or `otherwise`: an address handed in by a link never leads to another site. */
export function sameSitePath(text: string | null | undefined, otherwise = "/"): string {
  // A backslash or a second slash makes a browser read a host.
  if (!text || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return otherwise;
  const url = URL.canParse(text, NOWHERE) ? new URL(text, NOWHERE) : null;
  if (url?.origin !== NOWHERE) return otherwise;
  const path = url.pathname + url.search + url.hash;
  // `/./` and `/x/..` in front of a second slash fold into one.
  return path.startsWith("//") ? otherwise : path;
}
