import { SigningRefused } from "@/lib/credential/issuer";
import { issueCredential } from "@/lib/credential/mutations";
import { addressMayCall, door, readBody, refuse, reply } from "@/lib/doors/door";
import { linkOf } from "@/lib/doors/link-of";
import { credentialShape } from "@/lib/doors/shapes";
import { dayAt } from "@/lib/quarters/today";
import { toBase64Url } from "@/lib/sealing/base64url";

const STATUS = {
  "unknown-link": 404,
  "outside-window": 403,
  "already-used": 409,
  "round-changed": 409,
} as const;

/** Signs one blinded value a link; the same value again gets the same signature. */
export const credential = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, credentialShape);
  if (body instanceof Response) return body;
  const link = linkOf(call, body);
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
