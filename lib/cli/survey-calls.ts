import type { IncomingMessage, ServerResponse } from "node:http";
import { encodingFor, type Frozen, frozen } from "@/lib/cli/report-pages/frozen";
import type { Call } from "@/lib/doors/call";
import { surveyCall } from "@/lib/doors/survey-calls";

function callOf(request: IncomingMessage): Call {
  const get = (name: string) => request.headers[name.toLowerCase()]?.toString() ?? null;
  // Whoever sends too much is still told so: leaving off reading does not end the connection.
  return { headers: { get }, body: request.iterator({ destroyOnReturn: false }) };
}

const READS: readonly string[] = ["GET", "HEAD"];
/** Shorter ones would hardly become smaller. */
const LEAST_COMPRESSED = 1024;
/** Manifests and lists of receipts, which everybody gets alike: those of the rounds that are asked for. */
const MOST_KEPT = 4;
const pages = new Map<string, Promise<Frozen>>();

/** A public text, compressed once for all who ask for it. */
function compressed(text: string): Promise<Frozen> {
  const page = pages.get(text) ?? frozen(text);
  pages.delete(text);
  pages.set(text, page);
  const [oldest] = pages.keys();
  if (pages.size > MOST_KEPT && oldest !== undefined) pages.delete(oldest);
  return page;
}

/** The body as this reader takes it, and what must be said of it. */
async function bodyFor(request: IncomingMessage, text: string) {
  if (!READS.includes(request.method ?? "") || text.length < LEAST_COMPRESSED) {
    return { body: text, length: Buffer.byteLength(text), headers: {} };
  }
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const body = (await compressed(text)).bodies[encoding];
  const encoded = encoding === "identity" ? {} : { "Content-Encoding": encoding };
  return { body, length: body.length, headers: { ...encoded, Vary: "Accept-Encoding" } };
}

async function send(made: Response, request: IncomingMessage, response: ServerResponse) {
  const { body, length, headers } = await bodyFor(request, await made.text());
  for (const [name, value] of [...made.headers, ...Object.entries(headers)]) {
    response.appendHeader(name, value);
  }
  if (made.status !== 204) response.setHeader("Content-Length", length);
  response.writeHead(made.status).end(request.method === "HEAD" ? undefined : body);
}

/**
 * Answers the calls of the survey without the framework behind, whose way costs more than the call. Returns false for
 * any other address.
 */
export function answerSurveyCall(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "", url = "" } = request;
  const [path = ""] = url.split(/[?#]/);
  const answer = surveyCall(path)?.get(method);
  if (!answer) return false;
  const answered = async () => {
    const made = await answer(callOf(request), path.slice(path.lastIndexOf("/") + 1));
    await send(made, request, response);
  };
  // A door says itself what went wrong; what is left is a caller who is gone.
  answered().catch(() => response.destroy());
  return true;
}
