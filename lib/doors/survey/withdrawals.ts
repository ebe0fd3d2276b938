import { addressMayCall, done, door, readBody, refuse } from "@/lib/doors/door";
import { receiving } from "@/lib/doors/receiving";
import { withdrawalShape } from "@/lib/doors/shapes";
import { withdraw } from "@/lib/inbox/mutations";
import { receiptBytes } from "@/lib/sealing/receipt";

/** Leaves an answer out, as long as its round receives. The same reply whether or not there was one. */
export const withdrawals = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, withdrawalShape);
  if (body instanceof Response) return body;
  const receipt = receiptBytes(body.receipt);
  if (!receipt) return refuse("malformed", 400);
  const rounds = await receiving();
  if (rounds.length === 0) return refuse("receiving-stopped", 410);
  const outcome = await withdraw(receipt, rounds);
  return outcome === "noted" ? done() : refuse("round-changed", 409);
});
