import { addressMayCall, done, door, readBody, refuse } from "@/lib/doors/door";
import { receiving } from "@/lib/doors/receiving";
import { responseShape } from "@/lib/doors/shapes";
import { type Reception, receiveAnswer } from "@/lib/inbox/mutations";

const STATUS: Record<Exclude<Reception, "stored">, number> = {
  malformed: 400,
  "bad-credential": 403,
  "round-changed": 409,
};

/** Takes a sealed answer. 204 says: stored, now or before. */
export const responses = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, responseShape);
  if (body instanceof Response) return body;
  const rounds = await receiving();
  if (rounds.length === 0) return refuse("receiving-stopped", 410);
  const outcome = await receiveAnswer(body, rounds);
  return outcome === "stored" ? done() : refuse(outcome, STATUS[outcome]);
});
