import { keyDirectory } from "@/lib/keys/directory";
import { signingKeys } from "@/lib/keys/signing-keys";
import { publicLog } from "@/lib/transparency/data";

export const dynamic = "force-dynamic";

/** The whole log with its manifests, as canonical JSON: for whoever checks it, also from a page of their own. */
export async function GET(): Promise<Response> {
  return new Response(await publicLog(signingKeys(keyDirectory())), {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-cache",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
