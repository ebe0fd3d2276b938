import { SigningRefused } from "@/lib/credential/issuer";
import { issueCredential } from "@/lib/credential/mutations";
import { dayAt } from "@/lib/quarters/today";
import { toBase64Url } from "@/lib/sealing/base64url";
import { addressMayCall, door, readBody, refuse, reply } from "../door";
import { linkOf } from "../link-of";
import { preflight } from "../page-origin";
import { credentialShape } from "../shapes";

const STATUS = {
  "unknown-link": 404,
  "outside-window": 403,
  "already-used": 409,
  "round-changed": 409,
} as const;

/** Signs one blinded value a link; the same value again gets the same signature. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, credentialShape);
  if (body instanceof Response) return body;
  const link = linkOf(request, body);
  if (link instanceof Response) return link;
  const { quarter, blinded } = body;
  try {
    const answer = await issueCredential({ ...link, quarter, blinded }, dayAt(new Date()));
    if (answer.kind === "signed" || answer.error !== "unknown-link") link.known();
    return answer.kind === "signed"
      ? reply({ blindSignature: toBase64Url(answer.blindSignature) })
      : refuse(answer.error, STATUS[answer.error]);
  } catch (cause) {
    if (!(cause instanceof SigningRefused)) throw cause;
    link.known();
    return refuse("malformed", 400);
  }
});

export const OPTIONS = preflight;
