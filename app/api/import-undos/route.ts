import { fieldsOf } from "@/app/api/import-drafts/form";
import { paced, turnedAway } from "@/app/api/import-drafts/paced";
import { whereNext } from "@/app/api/import-drafts/where-next";
import { requireHr } from "@/lib/auth/require";
import { undoImport } from "@/lib/imported/mutations";

/** Takes an import back, if that still does what the person saw. */
export async function POST(request: Request): Promise<Response> {
  const away = await turnedAway(request);
  if (away) return away;
  const actor = await requireHr();
  const asked = await fieldsOf(request, ["import", "seen"]);
  const here = `/hr/import/undo/${encodeURIComponent(asked.import)}`;
  return paced(request, (pace) =>
    whereNext(here, () => undoImport(actor, asked.import, asked.seen, new Date(), pace)),
  );
}
