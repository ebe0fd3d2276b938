import { withdraw } from "@/lib/inbox/mutations";
import { receiptBytes } from "@/lib/sealing/receipt";
import { addressMayCall, done, door, readBody, refuse } from "../door";
import { preflight } from "../page-origin";
import { receiving } from "../receiving";
import { withdrawalShape } from "../shapes";

/** Leaves an answer out, as long as its round receives. The same reply whether or not there was one. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, withdrawalShape);
  if (body instanceof Response) return body;
  const receipt = receiptBytes(body.receipt);
  if (!receipt) return refuse("malformed", 400);
  const rounds = await receiving();
  if (rounds.length === 0) return refuse("receiving-stopped", 410);
  const outcome = await withdraw(receipt, rounds);
  return outcome === "noted" ? done() : refuse("round-changed", 409);
});

export const OPTIONS = preflight;
