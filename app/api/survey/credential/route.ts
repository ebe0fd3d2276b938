import { SigningRefused } from "@/lib/credential/issuer";
import { issueCredential } from "@/lib/credential/mutations";
import { dayAt } from "@/lib/quarters/today";
import { toBase64Url } from "@/lib/sealing/base64url";
import { addressMayCall, door, readBody, refuse, reply, tokenMayCall } from "../door";
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
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  try {
    const answer = await issueCredential(body, dayAt(new Date()));
    return answer.kind === "signed"
      ? reply({ blindSignature: toBase64Url(answer.blindSignature) })
      : refuse(answer.error, STATUS[answer.error]);
  } catch (cause) {
    if (cause instanceof SigningRefused) return refuse("malformed", 400);
    throw cause;
  }
});
