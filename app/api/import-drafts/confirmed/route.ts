import { fieldsOf } from "@/app/api/import-drafts/form";
import { paced, turnedAway } from "@/app/api/import-drafts/paced";
import { whereNext } from "@/app/api/import-drafts/where-next";
import { requireHr } from "@/lib/auth/require";
import { confirmDraft } from "@/lib/drafts/mutations";

/** Carries out a draft, if it still does what the person saw. */
export async function POST(request: Request): Promise<Response> {
  const away = await turnedAway(request);
  if (away) return away;
  const actor = await requireHr();
  const { draft, seen } = await fieldsOf(request, ["draft", "seen"]);
  const here = `/hr/import/${encodeURIComponent(draft)}`;
  return paced(request, (pace) =>
    whereNext(here, () => confirmDraft(actor, draft, seen, new Date(), pace)),
  );
}
