import { env, surveyOrigin } from "@/lib/env";
import type { Call } from "./call";

/** Browsers keep a permission no longer than two hours. */
const PREFLIGHT_SECONDS = "7200";

/** The one other origin whose page may call here; null when the page is at this very origin. */
function pageElsewhere(): string | null {
  const page = surveyOrigin();
  return page === env().SORTI_ORIGIN ? null : page;
}

/** Whether a browser says that another site's page is asking. Who names no origin is no page. */
export function isStrangersPage(call: Call): boolean {
  const page = pageElsewhere();
  const origin = call.headers.get("origin");
  return page !== null && origin !== null && origin !== page && origin !== env().SORTI_ORIGIN;
}

/** Lets the survey page read the answer, and no other page. Never with credentials: there are none. */
export function forThePage(call: Call, response: Response): Response {
  const page = pageElsewhere();
  if (page === null) return response;
  response.headers.append("Vary", "Origin");
  if (call.headers.get("origin") === page) {
    response.headers.set("Access-Control-Allow-Origin", page);
  }
  return response;
}

/** The question before a call: may the survey page post JSON here? Nothing else is ever allowed. */
export function preflight(call: Call): Response {
  const page = pageElsewhere();
  if (page === null || call.headers.get("origin") !== page) {
    return forThePage(call, new Response(null, { status: 403 }));
  }
  const headers = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": PREFLIGHT_SECONDS,
  };
  return forThePage(call, new Response(null, { status: 204, headers }));
}
