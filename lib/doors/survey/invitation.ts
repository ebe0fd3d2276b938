import { linkReply } from "@/lib/credential/data";
import { addressMayCall, door, noRound, readBody, refuse, reply } from "@/lib/doors/door";
import { linkOf } from "@/lib/doors/link-of";
import { invitationShape } from "@/lib/doors/shapes";
import { dayAt } from "@/lib/quarters/today";

/** Whether a link opens. Writes nothing, and says the same of an open and a used one. */
export const invitation = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, invitationShape);
  if (body instanceof Response) return body;
  const link = linkOf(call, body);
  if (link instanceof Response) return link;
  const answer = await linkReply(link.token, dayAt(new Date()));
  if (!answer) return refuse("unknown-link", 404);
  link.known();
  return answer.state === "no-round" ? noRound(answer.from) : reply(answer);
});
