import type { Call } from "./call";
import { preflight } from "./page-origin";
import { credential } from "./survey/credential";
import { invitation } from "./survey/invitation";
import { manifest } from "./survey/manifest";
import { receipts } from "./survey/receipts";
import { responses } from "./survey/responses";
import { withdrawals } from "./survey/withdrawals";

/** Answers a call; `segment` is the last part of its address. */
type Answer = (call: Call, segment: string) => Response | Promise<Response>;
type Methods = ReadonlyMap<string, Answer>;

const read = (answer: Answer): Methods =>
  new Map([
    ["GET", answer],
    ["HEAD", answer],
  ]);
const post = (answer: Answer): Methods =>
  new Map([
    ["POST", answer],
    ["OPTIONS", preflight],
  ]);

/** Every call of the survey (docs/api.md, section 7) and the methods it has; `*` stands for one segment. */
const CALLS: ReadonlyMap<string, Methods> = new Map([
  ["/api/survey/credential", post(credential)],
  ["/api/survey/invitation", post(invitation)],
  ["/api/survey/manifest", read(manifest)],
  ["/api/survey/receipts/*", read(receipts)],
  ["/api/survey/responses", post(responses)],
  ["/api/survey/withdrawals", post(withdrawals)],
]);

export const SURVEY_CALLS: readonly string[] = [...CALLS.keys()];

/** What answers an address by each method; undefined for none of the survey's. `path`: without a query. */
export function surveyCall(path: string): Methods | undefined {
  return CALLS.get(path.replace(/^(\/api\/survey\/receipts\/)[^/]+$/, "$1*"));
}
