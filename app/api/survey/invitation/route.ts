import { linkReply } from "@/lib/credential/data";
import { dayAt } from "@/lib/quarters/today";
import { addressMayCall, door, noRound, readBody, refuse, reply } from "../door";
import { linkOf } from "../link-of";
import { preflight } from "../page-origin";
import { invitationShape } from "../shapes";

/** Whether a link opens. Writes nothing, and says the same of an open and a used one. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, invitationShape);
  if (body instanceof Response) return body;
  const link = linkOf(request, body);
  if (link instanceof Response) return link;
  const answer = await linkReply(link.token, dayAt(new Date()));
  if (!answer) return refuse("unknown-link", 404);
  link.known();
  return answer.state === "no-round" ? noRound(answer.from) : reply(answer);
});

export const OPTIONS = preflight;
