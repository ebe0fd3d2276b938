import { NextResponse } from "next/server";
import { fieldsOf } from "@/app/api/import-drafts/form";
import { sessionCookie } from "@/lib/auth/cookie";
import { demoUser } from "@/lib/auth/demo-accounts";
import { isFromThisSite } from "@/lib/auth/from-this-site";
import { homeOf } from "@/lib/auth/roles";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { beginSession } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { noteRefusal } from "@/lib/refusals";
import { SESSION_HOURS } from "@/lib/sign-in/rule";

function leadTo(path: string): NextResponse {
  const headers = { Location: path, "Cache-Control": "no-store" };
  return new NextResponse(null, { status: 303, headers });
}

/** Signs one of the demonstration's accounts in; anywhere else there is none. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromThisSite(request.headers)) {
    noteRefusal("form of another site");
    return new Response(null, { status: 403 });
  }
  const { email, password, next } = await fieldsOf(request, ["email", "password", "next"]);
  const user = await demoUser(email, password);
  if (!user) {
    noteRefusal("sign-in demo");
    return leadTo("/sign-in?wrong=1#email");
  }
  const now = new Date();
  const secret = await beginSession(user.id, { means: "demo", stage: "proven" }, now);
  await noteSignIn(user.id, "/sign-in demo", now);
  const reply = leadTo(sameSitePath(next, homeOf(user.roles)));
  const { name, options } = sessionCookie();
  reply.cookies.set(name, secret, { ...options, maxAge: SESSION_HOURS * 3600 });
  return reply;
}
