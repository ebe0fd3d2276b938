import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { ImportFailed } from "@/lib/imports/failed";

type Done = { readonly outcome: string; readonly importId?: string };

/** Where the person goes when a plan was carried out: the list, or else the page `here`, as it is now. */
export async function whereNext(here: string, apply: () => Promise<Done>): Promise<string> {
  try {
    const { importId } = await apply();
    if (importId === undefined) return here;
    await confirmInDemonstration(importId);
    return `/hr/import?done=${importId}`;
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    return `${here}?failed=1`;
  }
}
