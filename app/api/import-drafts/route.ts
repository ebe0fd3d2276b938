import { formOf } from "@/app/api/import-drafts/form";
import { leadTo, paced, turnedAway } from "@/app/api/import-drafts/paced";
import { requireHr } from "@/lib/auth/require";
import { removeOldDrafts, storeDraft } from "@/lib/drafts/mutations";
import { MAX_BYTES } from "@/lib/imports/decode";
import { isImportKind } from "@/lib/imports/kind-plan";

// Not under /hr: the proxy that watches those pages would keep ten megabytes of a body and drop the rest.

/** A form's own words around the file. */
const ENVELOPE = 64 * 1024;

/** Keeps an uploaded file as a draft and leads to its preview. */
export async function POST(request: Request): Promise<Response> {
  const away = await turnedAway(request);
  if (away) return away;
  const actor = await requireHr();
  await removeOldDrafts();
  const form = await formOf(request, MAX_BYTES + ENVELOPE);
  if (typeof form === "string") return leadTo(`/hr/import?problem=${form}`, request);
  const kind = form.get("kind");
  const file = form.get("file");
  if (!isImportKind(kind) || !(file instanceof File) || file.name === "") {
    return leadTo("/hr/import?problem=no-file", request);
  }
  if (file.size > MAX_BYTES) return leadTo("/hr/import?problem=too-large", request);
  const given = { kind, bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
  return paced(
    request,
    async (pace) => `/hr/import/${await storeDraft(actor, given, new Date(), pace)}`,
  );
}
