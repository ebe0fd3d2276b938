import { IncomingMessage } from "node:http";
import { z } from "zod";
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

/** Far deeper than any state of a form of ours. */
const DEEPEST = 20;

/** `$0:1:name`: what stands at that place of the arguments themselves. */
function isPlaceIn(whole: unknown, reference: string): boolean {
  const [first, ...keys] = reference.slice(1).split(":");
  let at = whole;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = Reflect.get(at, key);
  }
  return first === "0" && keys.length > 0;
}

/**
 * Whether our pages' script could have written a value: plain data, forms, and what it has written before. The
 * framework knows more (functions, promises, streams, parts that are nowhere), none of which a page of ours sends.
 */
function isPlain(value: unknown, whole: unknown, depth = 0): boolean {
  if (typeof value === "string") {
    if (value.includes("\0")) return false;
    if (!value.startsWith("$")) return true;
    return /^\$(\$|undefined$|K[0-9a-f]{1,4}$)/.test(value) || isPlaceIn(whole, value);
  }
  if (typeof value !== "object" || value === null) return true;
  const within = Array.isArray(value) ? value : Object.entries(value).flat();
  return depth < DEEPEST && within.every((one) => isPlain(one, whole, depth + 1));
}

/** The arguments as the page's script writes them: a list, in which a text that begins with `$` says what follows. */
function isArguments(text: FormDataEntryValue | string | null): boolean {
  const whole = parsed(text);
  return Array.isArray(whole) && isPlain(whole, whole);
}

const bound = z.strictObject({ id: z.string().regex(ACTION), bound: z.literal("$@1").nullish() });

/**
 * The hidden fields of a form sent without a script: the number of an action stands in a name, or in `$ACTION_1:0`
 * beside the arguments that it is to have, which are `$ACTION_1:1`.
 */
function isHidden(form: FormData, [name, value]: readonly [string, FormDataEntryValue]): boolean {
  if (name.startsWith("$ACTION_ID_")) return ACTION.test(name.slice("$ACTION_ID_".length));
  if (name.startsWith("$ACTION_REF_")) return form.has(`$ACTION_${name.slice(12)}:0`);
  const [, part, which] = /^\$ACTION_(\w*):(.*)$/.exec(name) ?? [];
  if (part === undefined) return true;
  if (which === "1") return isArguments(value);
  const read = bound.safeParse(parsed(value));
  const isWhole = read.data?.bound !== "$@1" || form.has(`$ACTION_${part}:1`);
  return which === "0" && read.success && isWhole;
}

const isText = ([name, value]: readonly [string, FormDataEntryValue]) =>
  !`${name}${typeof value === "string" ? value : value.name}`.includes("\0");

async function isReadable(body: Buffer, action: string | undefined, type: string) {
  if (action !== undefined && !ACTION.test(action)) return false;
  if (!MULTIPART.test(type)) return type.startsWith("text/plain") && isArguments(body.toString());
  const whole = new Response(new Uint8Array(body), { headers: { "Content-Type": type } });
  const form = await whole.formData().catch(() => null);
  if (form === null || ![...form].every(isText)) return false;
  if (action !== undefined) return isArguments(form.get("0"));
  return [...form].every((field) => isHidden(form, field));
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
