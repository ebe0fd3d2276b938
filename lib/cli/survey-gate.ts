import { isMalformed } from "@/lib/cli/bad-address";
import { surveyCall } from "@/lib/doors/survey-calls";
import { surveyCallHeaders } from "@/lib/survey/headers";

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
  const methods = surveyCall(plain);
  if (!methods || !served || isMalformed(path)) return refused(404, "no-such-call");
  if (methods.has(method)) return null;
  return refused(405, "wrong-method", { Allow: [...methods.keys()].join(", ") });
}
