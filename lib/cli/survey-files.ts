import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";
import type { SentHeaders } from "@/lib/cli/survey-hosting";

type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The page's own addresses: `/svar`, and the form in which some mailers deliver `/svar#token`. */
const PAGE = /^\/svar(?:\/?$|%23|\/%23)/i;
const ASSET = /^\/svar\/[\w.-]+$/;

/**
 * Hands out the built survey page from a folder: static, precompressed, the same bytes for everyone.
 * Returns false for any other address.
 */
export function surveyFiles(folder: string): Handler {
  const built = JSON.parse(readFileSync(path.join(folder, "headers.json"), "utf8")) as SentHeaders;
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    dotfiles: false,
    setHeaders: (response, file) => {
      const headers = file.endsWith(".html") ? built.page : built.files;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  return (request, response) => {
    const address = (request.url ?? "/").split("?")[0] ?? "/";
    const page = PAGE.test(address);
    if (!page && !ASSET.test(address)) return false;
    request.url = page ? "/index.html" : address.slice("/svar".length);
    files(request, response, () => {
      response.writeHead(404, built.page);
      response.end();
    });
    return true;
  };
}
