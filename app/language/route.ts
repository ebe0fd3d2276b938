import { NextResponse } from "next/server";
import { languageCookie } from "@/lib/auth/cookie";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { localeOf } from "@/lib/i18n/locale";

const YEAR = 365 * 24 * 3600;

/** Switches language and goes back. A plain link, so that it works without a script. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const locale = localeOf(asked.get("to") ?? undefined);
  const headers = { Location: sameSitePath(asked.get("back")), "Cache-Control": "no-store" };
  const reply = new NextResponse(null, { status: 303, headers });
  const { name, options } = languageCookie();
  reply.cookies.set(name, locale, { ...options, maxAge: YEAR });
  return reply;
}
