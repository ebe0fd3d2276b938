import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { surveyAssetHeaders, surveyHeaders } from "@/lib/survey/headers";

type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The page's own addresses: `/svar`, and the form in which some mailers deliver `/svar#token`. */
const PAGE = /^\/svar(?:\/?$|%23|\/%23)/i;
const ASSET = /^\/svar\/[\w.-]+$/;

/**
 * Hands out the built survey page from a folder: static, precompressed, the same bytes for everyone.
 * Returns false for any other address.
 */
export function surveyFiles(folder: string): Handler {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      const headers = path.endsWith(".html") ? surveyHeaders({}) : surveyAssetHeaders({});
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  return (request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const page = PAGE.test(path);
    if (!page && !ASSET.test(path)) return false;
    request.url = page ? "/index.html" : path.slice("/svar".length);
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
    return true;
  };
}
