import { addressWithoutToken, tokenFrom } from "@/lib/answering/link";

const MANGLED = /^\/(exit-talk|reminders|subscription)\/?%23/;

/**
 * Where a mailed link leads whose `#` a mail programme wrote as `%23`: the page, with the token after the `#` again,
 * where the browser keeps it to itself. Null for every other address. `/svar` mends its own link in the page; here
 * the page's script would call the server under the mangled address, token and all, once more for every call.
 */
export function mendedLink(path: string): string | null {
  const [pathname = ""] = path.split("?");
  if (!MANGLED.test(pathname)) return null;
  const token = tokenFrom({ pathname, hash: "" });
  const page = addressWithoutToken({ pathname }).replace(/\/$/, "");
  return token === null ? page : `${page}#${token}`;
}
