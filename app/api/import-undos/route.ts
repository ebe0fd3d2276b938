import { fieldsOf } from "@/app/api/import-drafts/form";
import { paced, turnedAway } from "@/app/api/import-drafts/paced";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { undoImport } from "@/lib/imported/mutations";
import { ImportFailed } from "@/lib/imports/failed";
import type { Pace } from "@/lib/imports/pace";

type Asked = { readonly import: string; readonly seen: string };

/** Where the person goes next: the list, or the page as it is now. */
async function undone(actor: HrActor, asked: Asked, pace: Pace): Promise<string> {
  const here = `/hr/import/undo/${encodeURIComponent(asked.import)}`;
  try {
    const done = await undoImport(actor, asked.import, asked.seen, new Date(), pace);
    if (done.outcome !== "applied") return here;
    await confirmInDemonstration(done.importId);
    return `/hr/import?done=${done.importId}`;
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    return `${here}?failed=1`;
  }
}

/** Takes an import back, if that still does what the person saw. */
export async function POST(request: Request): Promise<Response> {
  const away = await turnedAway(request);
  if (away) return away;
  const actor = await requireHr();
  const asked = await fieldsOf(request, ["import", "seen"]);
  return paced(request, (pace) => undone(actor, asked, pace));
}
