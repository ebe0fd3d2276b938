import { withdraw } from "@/lib/inbox/mutations";
import { withdrawalHash } from "@/lib/sealing/receipt";
import { addressMayCall, done, door, readBody, refuse } from "../door";
import { preflight } from "../page-origin";
import { receiving } from "../receiving";
import { withdrawalShape } from "../shapes";

/** Leaves an answer out, as long as its round receives. The same reply whether or not there was one. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, withdrawalShape);
  if (body instanceof Response) return body;
  const hash = await withdrawalHash(body.receipt);
  if (!hash) return refuse("malformed", 400);
  const rounds = await receiving();
  if (rounds.length === 0) return refuse("receiving-stopped", 410);
  const outcome = await withdraw(hash, rounds);
  return outcome === "noted" ? done() : refuse("round-changed", 409);
});

export const OPTIONS = preflight;
