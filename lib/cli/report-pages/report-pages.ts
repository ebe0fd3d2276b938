import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReportReader } from "@/lib/auth/actor";
import { encodingFor, type Frozen, frozen } from "@/lib/cli/report-pages/frozen";
import { chosenLocale, languageAlone, PAGE_HEADERS } from "@/lib/cli/report-pages/page-headers";
import { withoutScripts } from "@/lib/cli/report-pages/without-scripts";
import { together } from "@/lib/db/together";
import type { Quarter } from "@/lib/quarters/quarter";
import { reportVersions, versionHeads } from "@/lib/reports/data";
import { type AskedPage, askedPage } from "@/lib/reports/page-address";

/** A version of a report, without its content. */
type Head = { readonly version: number };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

type Around = {
  /** Everybody, where the reports are open to everybody; null where the one who asks must be signed in. */
  readonly gate: () => ReportReader | null;
  /** Renders a page for a reader of whom the cookie is all that is known. */
  readonly ask: (path: string, cookie: string) => Promise<Response>;
  /** Answers whatever is not kept here. */
  readonly answer: Answer;
};

/** Pages and their data in two languages: a region's reports of several years. */
const MOST_KEPT = 128;

const HEADERS = {
  ...PAGE_HEADERS,
  // A browser may keep the page if it asks each time whether it still holds: a correction is a new page.
  "Cache-Control": "private, no-cache",
  Vary: "Accept-Encoding, Cookie",
};

function send(page: Frozen, request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const tag = `"${page.mark}-${encoding}"`;
  const headers = { ...HEADERS, ETag: tag };
  if (request.headers["if-none-match"]?.includes(tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = page.bodies[encoding];
  const encoded = encoding === "identity" ? {} : { "Content-Encoding": encoding };
  response.writeHead(200, { ...headers, ...encoded, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Hands out the pages of reports as frozen markup: reports, their data, the list, the comparison and the dictionary.
 * A page is rendered once for each language and each state of the versions that it is made of, by an own call that
 * knows no reader; every request first asks the database, behind the readers' gate, which versions there are. Where reports are for who signs in, nothing is kept.
 * Returns false for any other address.
 */
export function reportPages({ gate, ask, answer }: Around): (...of: Parameters<Answer>) => boolean {
  const pages = new Map<string, Promise<Frozen>>();
  const stored = together(async (quarter: Quarter | null): Promise<readonly Head[] | null> => {
    const reader = gate();
    if (reader === null) return null;
    return quarter === null ? versionHeads(reader) : reportVersions(reader, quarter);
  });

  async function render(path: string, cookie: string): Promise<Frozen> {
    const reply = await ask(path, cookie);
    if (reply.status !== 200)
      throw new Error(`A report's page could not be made: ${reply.status}.`);
    return frozen(withoutScripts(await reply.text()));
  }

  function keep(key: string, page: Promise<Frozen>): Promise<Frozen> {
    pages.set(key, page);
    page.catch(() => pages.delete(key));
    const [oldest] = pages.keys();
    if (pages.size > MOST_KEPT && oldest !== undefined) pages.delete(oldest);
    return page;
  }

  async function pageOf(asked: AskedPage, cookies: string): Promise<Frozen | null> {
    const versions = await stored(asked.quarter);
    if (versions === null) return null;
    const wanted = asked.version ?? versions[0]?.version;
    const isThere = versions.some(({ version }) => version === wanted);
    if (asked.quarter !== null && !isThere) return null;
    const locale = chosenLocale(cookies);
    const key = JSON.stringify([asked.path, locale, versions]);
    return pages.get(key) ?? keep(key, render(asked.path, languageAlone(locale)));
  }

  return (request, response) => {
    const { method = "", url = "", headers } = request;
    const asked = askedPage(url);
    // A script of the framework asks for its own notation.
    if (asked === null || !["GET", "HEAD"].includes(method) || headers["rsc"]) return false;
    void pageOf(asked, headers.cookie ?? "")
      .catch(() => null)
      .then((page) => (page ? send(page, request, response) : answer(request, response)));
    return true;
  };
}
