import { sameSitePath } from "@/lib/auth/same-site-path";
import { LOCALE_COOKIE, localeOf } from "@/lib/i18n/locale";

const YEAR = 365 * 24 * 3600;

/** Switches language and goes back. A plain link, so that it works without a script. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const locale = localeOf(asked.get("to") ?? undefined);
  return new Response(null, {
    status: 303,
    headers: {
      Location: sameSitePath(asked.get("back")),
      "Set-Cookie": `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`,
      "Cache-Control": "no-store",
    },
  });
}
