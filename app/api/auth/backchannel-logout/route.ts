import { oidcProvider } from "@/lib/auth/oidc";
import { endByRegion } from "@/lib/auth/region-logout";
import { bodyWithin } from "@/lib/doors/body";
import { noteRefusal } from "@/lib/refusals";

/** More than any token that signs somebody out. */
const MOST_BYTES = 16_384;

const answer = (status: number, error?: string): Response => {
  const headers = { "Cache-Control": "no-store" };
  return error === undefined
    ? new Response(null, { status, headers })
    : Response.json({ error }, { status, headers });
};

async function wordIn(request: Request): Promise<string> {
  const bytes = await bodyWithin(request, MOST_BYTES).catch(() => null);
  const form = new URLSearchParams(bytes === null ? "" : Buffer.from(bytes).toString());
  return form.get("logout_token") ?? "";
}

/** The region's own sign-in says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). */
export async function POST(request: Request): Promise<Response> {
  if (oidcProvider() === null) return answer(404);
  const word = await wordIn(request);
  try {
    if (await endByRegion(word, new Date())) return answer(200);
  } catch {
    // Its keys cannot be had, or the database is away: it tries again, or whoever runs it reads that it failed.
    return answer(503, "unavailable");
  }
  noteRefusal("sign-out of the region");
  return answer(400, "invalid_request");
}
