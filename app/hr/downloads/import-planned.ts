import type { HrActor } from "@/lib/auth/actor";
import { draft } from "@/lib/drafts/data";
import { undoOf } from "@/lib/imported/data";
import type { KindPlan } from "@/lib/imports/kind-plan";

/** What one's own draft would do (`draft`), or taking an import back (`import`); null when it cannot be done. */
export async function plannedBy(actor: HrActor, query: URLSearchParams): Promise<KindPlan | null> {
  const imported = query.get("import");
  if (imported !== null) {
    const undo = await undoOf(actor, imported);
    return undo.outcome === "possible" ? undo.planned : null;
  }
  const found = await draft(actor, query.get("draft") ?? "");
  return found?.preview.ok ? found.preview.planned : null;
}
