import { isFromThisSite } from "@/lib/auth/from-this-site";
import { requireHr, viewer } from "@/lib/auth/require";
import { MAX_BYTES } from "@/lib/imports/decode";
import { gather } from "@/lib/imports/gather";
import { isImportKind } from "@/lib/imports/kind-plan";
import { removeOldDrafts, storeDraft } from "@/lib/imports/mutations";

// Not under /hr: the proxy that watches those pages would keep ten megabytes of a body and drop the rest.

/** A form's own words around the file. */
const ENVELOPE = 64 * 1024;

/** Where to go on: a browser follows it with GET, also to the sign-in page; the page's script is told. */
function goTo(request: Request, next: string): Response {
  const headers = { "Cache-Control": "no-store" };
  if (request.headers.get("accept") === "application/json")
    return Response.json({ next }, { headers });
  return new Response(null, { status: 303, headers: { ...headers, Location: next } });
}

async function formOf(request: Request): Promise<FormData | "too-large" | "no-file"> {
  if (!request.body) return "no-file";
  const gathered = await gather(request.body, MAX_BYTES + ENVELOPE);
  if (!gathered.ok) return "too-large";
  const type = request.headers.get("content-type") ?? "";
  const whole = new Response(new Uint8Array(gathered.bytes), { headers: { "Content-Type": type } });
  return whole.formData().catch(() => "no-file" as const);
}

/** Keeps an uploaded file as a draft and leads to its preview. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromThisSite(request.headers)) return new Response(null, { status: 403 });
  if (!(await viewer())) return goTo(request, "/sign-in?next=%2Fhr%2Fimport");
  const actor = await requireHr();
  await removeOldDrafts();
  const form = await formOf(request);
  if (typeof form === "string") return goTo(request, `/hr/import?problem=${form}`);
  const kind = form.get("kind");
  const file = form.get("file");
  if (!isImportKind(kind) || !(file instanceof File) || file.name === "") {
    return goTo(request, "/hr/import?problem=no-file");
  }
  if (file.size > MAX_BYTES) return goTo(request, "/hr/import?problem=too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const id = await storeDraft(actor, { kind, bytes, fileName: file.name });
  return goTo(request, `/hr/import/${id}`);
}
