import { IncomingMessage } from "node:http";
import { isFromThisSite } from "@/lib/auth/from-this-site";

/** What the framework itself takes for a form of a page. */
const MOST_BYTES = 1024 * 1024;

const MULTIPART = /^multipart\/form-data;\s*boundary=/i;
const ACTION = /^[0-9a-f]{40,44}$/;

/** Whether a request may be a form of one of our pages: the framework reads those itself, and fails at what is none. */
export function isPageForm({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "POST" || url.startsWith("/api/")) return false;
  return headers["next-action"] !== undefined || MULTIPART.test(headers["content-type"] ?? "");
}

const parsed = (text: FormDataEntryValue | string | null): unknown => {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** The arguments as the page's script writes them: a list, in which a text that begins with `$` says what follows. */
const isArguments = (text: FormDataEntryValue | string | null): boolean =>
  Array.isArray(parsed(text));

/** The hidden fields of a form sent without a script: `$ACTION_1:0` and its like are JSON, the number stands in a name. */
function isHidden([name, value]: readonly [string, FormDataEntryValue]): boolean {
  if (name.startsWith("$ACTION_ID_")) return ACTION.test(name.slice("$ACTION_ID_".length));
  return !/^\$ACTION_\d+:/.test(name) || parsed(value) !== undefined;
}

async function isReadable(body: Buffer, action: string | undefined, type: string) {
  if (action !== undefined && !ACTION.test(action)) return false;
  if (!MULTIPART.test(type)) return type.startsWith("text/plain") && isArguments(body.toString());
  const whole = new Response(new Uint8Array(body), { headers: { "Content-Type": type } });
  const form = await whole.formData().catch(() => null);
  if (form === null) return false;
  return action === undefined ? [...form].every(isHidden) : isArguments(form.get("0"));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The same request once more, with its body still to be read. */
function again(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion } = request;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, complete: true });
  copy.push(body);
  copy.push(null);
  return copy;
}

/**
 * A form of one of our pages, as it may go on to the framework; or the status that refuses it: one that another site's
 * page sends (403), that is too long (413), or that no page of ours could have sent (400).
 */
export async function readForm(
  request: IncomingMessage,
): Promise<IncomingMessage | 400 | 403 | 413> {
  const { headers } = request;
  const said = new Headers();
  for (const name of ["sec-fetch-site", "origin", "host", "x-forwarded-host"]) {
    if (typeof headers[name] === "string") said.set(name, headers[name]);
  }
  if ((said.has("origin") || said.has("sec-fetch-site")) && !isFromThisSite(said)) return 403;
  const body = await bodyOf(request).catch(() => Buffer.alloc(0));
  if (body === null) return 413;
  const action = headers["next-action"];
  const type = headers["content-type"] ?? "";
  const read = await isReadable(body, Array.isArray(action) ? "" : action, type);
  return read ? again(request, body) : 400;
}
