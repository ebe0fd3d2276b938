import { z } from "zod";
import { addressMayCall, done, door, readBody, refuse, tokenMayCall } from "@/lib/doors/door";
import { tokenShape } from "@/lib/doors/shapes";
import { confirmSubscription, stopSubscription } from "@/lib/subscriptions/mutations";

const choiceShape = tokenShape.extend({ wish: z.enum(["confirm", "stop"]) });

/** Confirms or stops. Stopping says the same of every token; confirming says when an address has been forgotten. */
export const POST = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, choiceShape);
  if (body instanceof Response) return body;
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  if (body.wish === "confirm") {
    return (await confirmSubscription(body.token)) ? done() : refuse("forgotten", 410);
  }
  await stopSubscription(body.token);
  return done();
});
