import { fieldsOf } from "@/app/api/import-drafts/form";
import { paced, turnedAway } from "@/app/api/import-drafts/paced";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { confirmDraft } from "@/lib/drafts/mutations";
import { ImportFailed } from "@/lib/imports/failed";
import type { Pace } from "@/lib/imports/pace";

type Asked = { readonly draft: string; readonly seen: string };

/** Where the person goes next: the list, or the preview as it is now. */
async function carriedOut(actor: HrActor, { draft, seen }: Asked, pace: Pace): Promise<string> {
  const here = `/hr/import/${encodeURIComponent(draft)}`;
  try {
    const confirmed = await confirmDraft(actor, draft, seen, new Date(), pace);
    if (confirmed.outcome === "applied") {
      await confirmInDemonstration(confirmed.importId);
      return `/hr/import?done=${confirmed.importId}`;
    }
    return confirmed.outcome === "gone" ? "/hr/import?gone=1" : here;
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    return `${here}?failed=1`;
  }
}

/** Carries out a draft, if it still does what the person saw. */
export async function POST(request: Request): Promise<Response> {
  const away = await turnedAway(request);
  if (away) return away;
  const actor = await requireHr();
  const asked = await fieldsOf(request, ["draft", "seen"]);
  return paced(request, (pace) => carriedOut(actor, asked, pace));
}
