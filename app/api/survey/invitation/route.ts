import { linkReply } from "@/lib/credential/data";
import { dayAt } from "@/lib/quarters/today";
import { addressMayCall, door, readBody, refuse, reply, tokenMayCall } from "../door";
import { invitationShape } from "../shapes";

/** Whether a link opens. Writes nothing, and says the same of an open and a used one. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, invitationShape);
  if (body instanceof Response) return body;
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  const answer = await linkReply(body.token, dayAt(new Date()));
  if (answer?.state === "no-round") return refuse("no-round", 503);
  return answer ? reply(answer) : refuse("unknown-link", 404);
});
