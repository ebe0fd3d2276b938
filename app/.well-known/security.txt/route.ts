import { securityContact } from "@/app/security/contact";
import { env } from "@/lib/env";
import { securityTxt } from "@/lib/transparency/security-txt";

export const dynamic = "force-dynamic";

/** How to tell of a weakness (RFC 9116). */
export function GET(): Response {
  const text = securityTxt(securityContact(), env().SORTI_ORIGIN, new Date());
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
