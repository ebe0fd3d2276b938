import { createHash, randomBytes } from "node:crypto";
import { type Program, programAsking } from "@/lib/auth/api-key";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { translator } from "@/lib/i18n/translator";
import type { Said } from "@/lib/import-calls/answer";
import { importByCall, tryForCall } from "@/lib/import-calls/mutations";
import { gather } from "@/lib/imports/gather";
import { type ImportKind, isImportKind } from "@/lib/imports/kind-plan";
import { dayAt } from "@/lib/quarters/today";
import { noteRefusal } from "@/lib/refusals";
import { AddressLimit } from "@/lib/survey/address-limit";
import { admit, type RateWindow } from "@/lib/survey/rate";

const MINUTE = 60_000;
/** Calls a minute with one key; wrong keys a minute from one address. */
const [CALLS, WRONG_KEYS] = [30, 20];
const calls: RateWindow = { since: 0, counts: new Map() };
const wrong = new AddressLimit(randomBytes);

const NO_STORE = { "Cache-Control": "no-store" };
const reply = (body: unknown, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...NO_STORE, ...headers } });
const refuse = (error: string, status: number, headers: Record<string, string> = {}): Response =>
  reply({ error }, status, headers);
const slowDown = () => refuse("slow-down", 429, { "Retry-After": "60" });

/** The program whose key this is, or the refusal. */
async function admitted(request: Request, now: Date): Promise<Program | Response> {
  const program = await programAsking(request.headers, dayAt(now));
  if (!program) {
    noteRefusal("key of a program");
    const address = request.headers.get("x-forwarded-for") ?? "direct";
    if (!wrong.admits(address, WRONG_KEYS, now.getTime())) return slowDown();
    return refuse("unknown-key", 401, { "WWW-Authenticate": "Bearer" });
  }
  const limit = { most: CALLS, lengthMs: MINUTE };
  if (admit(calls, program.keyId, limit, now.getTime())) return program;
  noteRefusal("too many calls of a program");
  return slowDown();
}

/** Problems in the language that is asked for first; English otherwise. */
function saidTo(request: Request): Said {
  const swedish = /^sv\b/i.test(request.headers.get("accept-language") ?? "");
  const t = translator(swedish ? "sv" : "en", "imports");
  return ({ code, expected = "" }) => t(`problem.${code}`, { expected });
}

/** An Idempotency-Key as it may be: printable, and not long. */
const NAME = /^[\x21-\x7e]{1,200}$/;

type Asked = { readonly kind: ImportKind; readonly bytes: Uint8Array; readonly program: Program };

async function carriedOut(request: Request, asked: Asked, now: Date): Promise<Response> {
  const { kind, bytes, program } = asked;
  const { searchParams } = new URL(request.url);
  const about = { said: saidTo(request), now };
  if (searchParams.get("dry-run") === "1") {
    const { status, body } = await tryForCall({ kind, bytes }, about);
    return reply(body, status);
  }
  const name = request.headers.get("idempotency-key");
  if (name !== null && !NAME.test(name)) return refuse("bad-idempotency-key", 400);
  const allowRemovals = searchParams.get("allow-removals") === "1";
  const hash = createHash("sha256").update(`${kind} ${allowRemovals}\n`).update(bytes);
  const call = { name, asked: hash.digest("hex"), allowRemovals };
  const { status, body, importId } = await importByCall(program, call, { kind, bytes }, about);
  if (importId) await confirmInDemonstration(importId);
  return reply(body, status);
}

type Context = { readonly params: Promise<{ readonly kind: string }> };

/** A file from the HR system, with a key (docs/api.md, section 13). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  try {
    const program = await admitted(request, now);
    if (program instanceof Response) return program;
    const { kind } = await params;
    if (!isImportKind(kind)) return refuse("no-such-kind", 404);
    if (!request.body) return refuse("no-file", 400);
    const gathered = await gather(request.body);
    if (!gathered.ok) return refuse("too-large", 413);
    return await carriedOut(request, { kind, bytes: gathered.bytes, program }, now);
  } catch {
    // What went wrong may quote a row.
    return refuse("unavailable", 503);
  }
}
