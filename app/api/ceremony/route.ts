import { holderHere } from "@/app/_keys/here";
import { formOf } from "@/app/api/import-drafts/form";
import { recordAccess } from "@/lib/access/mutations";
import { isFromThisSite } from "@/lib/auth/from-this-site";
import type { Holder } from "@/lib/auth/holder";
import { handIn } from "@/lib/cli/hand-in";
import { HandInRefused } from "@/lib/cli/hand-in-refused";
import { HANDED_OUT, handOut, type OutFile } from "@/lib/cli/hand-out";
import { CodingRefused } from "@/lib/coding/refused";
import { KeyRefused } from "@/lib/keys/refused";
import { isQuarter } from "@/lib/quarters/quarter";
import { RoundRefused } from "@/lib/rounds/state";

// Not under /auditor or /operator: the gate in front of their forms takes a megabyte, and an inbox is larger.

/** About 11 000 answers, and less than the proxy that the documents show lets through. More go by command. */
const MOST_BYTES = 48 * 1024 * 1024;

const PAGES = { 1: "/operator", 2: "/auditor/ceremony" } as const;

/** See other: the page of the seat, with what was done or why not. */
function back({ custodian }: Holder, said: Record<string, string>): Response {
  const Location = `${PAGES[custodian]}?${new URLSearchParams(said)}`;
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
}

/** A refusal as its reason; anything else is a fault of ours and goes on. */
function reasonOf(cause: unknown): string {
  if (cause instanceof HandInRefused) return `hand-in-${cause.reason}`;
  const refused =
    cause instanceof RoundRefused || cause instanceof KeyRefused || cause instanceof CodingRefused;
  if (refused) return cause.reason === "outdated" ? "hand-in-outdated" : cause.reason;
  throw cause;
}

function streamed({ name, parts }: OutFile): Response {
  const pieces = parts[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store, no-transform",
    },
  });
}

/** A file for custodian 2: what waits for their part. Changes nothing. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const holder = await holderHere(asked.get("seat"));
  const what = HANDED_OUT.find((one) => one === asked.get("file"));
  const quarter = asked.get("quarter") ?? "";
  if (!what || !isQuarter(quarter)) return new Response(null, { status: 404 });
  try {
    const file = await handOut(holder, what, quarter);
    if (!file) return new Response(null, { status: 404 });
    await recordAccess(holder.actor, `/api/ceremony (${file.name})`);
    return streamed(file);
  } catch (cause) {
    return back(holder, { problem: reasonOf(cause) });
  }
}

/** Takes what custodian 2 made of it, and leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromThisSite(request.headers)) return new Response(null, { status: 403 });
  const holder = await holderHere(new URL(request.url).searchParams.get("seat"));
  const form = await formOf(request, MOST_BYTES);
  try {
    const file = typeof form === "string" ? form : form.get("file");
    if (file === "too-large") throw new HandInRefused(file);
    if (!(file instanceof File) || file.size === 0) throw new HandInRefused("no-file");
    const taken = await handIn(holder, new Uint8Array(await file.arrayBuffer()), new Date());
    return back(holder, { done: `handed-${taken}` });
  } catch (cause) {
    return back(holder, { problem: reasonOf(cause) });
  }
}
