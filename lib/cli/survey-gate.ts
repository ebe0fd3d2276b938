import { isMalformed } from "@/lib/cli/bad-address";
import { surveyCallHeaders } from "@/lib/survey/headers";

/** The calls of the survey and the methods each has; `*` stands for one segment. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "/api/survey/credential": ["POST", "OPTIONS"],
  "/api/survey/invitation": ["POST", "OPTIONS"],
  "/api/survey/manifest": ["GET", "HEAD"],
  "/api/survey/receipts/*": ["GET", "HEAD"],
  "/api/survey/responses": ["POST", "OPTIONS"],
  "/api/survey/withdrawals": ["POST", "OPTIONS"],
};

const CALL = /^\/api\/survey(\/|$)/;

export type Refused = {
  readonly status: 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const refused = (status: 404 | 405, error: string, more: Record<string, string> = {}): Refused => ({
  status,
  headers: { ...surveyCallHeaders, "Content-Type": "application/json", ...more },
  body: JSON.stringify({ error }),
});

/**
 * The survey's own word for a call that does not exist, or not by this method; null for one that may be asked.
 * The framework behind would answer with a page of its own and other headers. `path`: as it stands in the request
 * line; `served`: whether the address is this party's at all.
 */
export function refusedCall(method: string, path: string, served: boolean): Refused | null {
  const [plain = ""] = path.split(/[?#]/);
  if (!CALL.test(plain)) return null;
  const methods = CALLS[plain.replace(/^(\/api\/survey\/receipts\/)[^/]+$/, "$1*")];
  if (!methods || !served || isMalformed(path)) return refused(404, "no-such-call");
  if (methods.includes(method)) return null;
  return refused(405, "wrong-method", { Allow: methods.join(", ") });
}
