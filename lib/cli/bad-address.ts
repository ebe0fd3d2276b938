import type { IncomingMessage, ServerResponse } from "node:http";
import { chosenLocale, languageAlone, PAGE_HEADERS } from "@/lib/cli/report-pages/page-headers";
import { withoutScripts } from "@/lib/cli/report-pages/without-scripts";

/** The page that says that an address cannot be read. */
const BAD_ADDRESS = "/bad-address";

/**
 * Whether an address cannot be read: a `%` that is followed by no byte, bytes that are no text in UTF-8, or a NUL,
 * which no database takes. `path`: as it stands in the request line.
 */
export function isMalformed(path: string): boolean {
  const [plain = ""] = path.split(/[?#]/);
  if (path.includes("%00")) return true;
  try {
    decodeURIComponent(plain);
    return false;
  } catch {
    return true;
  }
}

/** What is answered with status 400: what cannot be read, and the page that says so for whoever asks for it themselves. */
export function isRefused(path: string, own: boolean): boolean {
  return isMalformed(path) || (!own && path === BAD_ADDRESS);
}

type Ask = (path: string, cookie: string) => Promise<Response>;

/** Says so with status 400: with a page for people who open it, else in a word. */
export async function sayMalformed(
  ask: Ask,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "", headers } = request;
  const forPeople = ["GET", "HEAD"].includes(method) && !url.startsWith("/api/");
  const cookie = languageAlone(chosenLocale(headers.cookie));
  const page = forPeople ? await ask(BAD_ADDRESS, cookie).catch(() => null) : null;
  if (page?.status !== 200) {
    const plain = { "Content-Type": "application/json", "Cache-Control": "no-store" };
    response.writeHead(400, plain).end(JSON.stringify({ error: "bad-address" }));
    return;
  }
  const body = withoutScripts(await page.text());
  response.writeHead(400, { ...PAGE_HEADERS, "Cache-Control": "no-store" });
  response.end(method === "HEAD" ? undefined : body);
}
