import { type Reception, receiveAnswer } from "@/lib/inbox/mutations";
import { addressMayCall, done, door, readBody, refuse } from "../door";
import { preflight } from "../page-origin";
import { receiving } from "../receiving";
import { responseShape } from "../shapes";

const STATUS: Record<Exclude<Reception, "stored">, number> = {
  malformed: 400,
  "bad-credential": 403,
  "round-changed": 409,
};

/** Takes a sealed answer. 204 says: stored, now or before. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, responseShape);
  if (body instanceof Response) return body;
  const rounds = await receiving();
  if (rounds.length === 0) return refuse("receiving-stopped", 410);
  const outcome = await receiveAnswer(body, rounds);
  return outcome === "stored" ? done() : refuse(outcome, STATUS[outcome]);
});

export const OPTIONS = preflight;
