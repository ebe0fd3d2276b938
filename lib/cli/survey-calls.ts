import type { IncomingMessage, ServerResponse } from "node:http";
import { encodingFor, type Frozen, frozen } from "@/lib/cli/report-pages/frozen";
import type { Call } from "@/lib/doors/call";
import { MOST_BYTES } from "@/lib/doors/door";
import { surveyCall } from "@/lib/doors/survey-calls";

/** The body, or of one that is too long a little more than a door takes; the rest is let go as it comes. */
function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const read = () => resolve(new TextDecoder().decode(Buffer.concat(chunks)));
    request.on("data", (chunk: Buffer) => {
      if (length > MOST_BYTES) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length > MOST_BYTES) read();
    });
    request.once("end", read);
    request.once("error", reject);
  });
}

function callOf(request: IncomingMessage): Call {
  const get = (name: string) => request.headers[name.toLowerCase()]?.toString() ?? null;
  return { headers: { get }, text: () => textOf(request) };
}

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

async function send(made: Response, request: IncomingMessage, response: ServerResponse) {
  const text = await made.text();
  const isPublic = request.method === "GET" || request.method === "HEAD";
  const headers = new Headers(made.headers);
  let body: Buffer = Buffer.from(text);
  if (isPublic && body.length >= LEAST_COMPRESSED) {
    headers.append("Vary", "Accept-Encoding");
    const encoding = encodingFor(request.headers["accept-encoding"]);
    if (encoding !== "identity") headers.set("Content-Encoding", encoding);
    body = (await compressed(text)).bodies[encoding];
  }
  if (made.status !== 204) headers.set("Content-Length", String(body.length));
  response.writeHead(made.status, Object.fromEntries(headers));
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Answers the calls of the survey without the framework behind, whose way costs more than the call. False for any other address. */
export function answerSurveyCall(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "", url = "" } = request;
  const [path = ""] = url.split("?");
  const answer = surveyCall(path)?.get(method);
  if (!answer) return false;
  const segment = path.slice(path.lastIndexOf("/") + 1);
  Promise.resolve(answer(callOf(request), segment))
    .then((made) => send(made, request, response))
    .catch(() => response.destroy());
  return true;
}
