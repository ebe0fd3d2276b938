import { z } from "zod";
import { confirmSubscription, stopSubscription } from "@/lib/subscriptions/mutations";
import { addressMayCall, done, door, readBody, refuse, tokenMayCall } from "../survey/door";
import { tokenShape } from "../survey/shapes";

const choiceShape = tokenShape.extend({ wish: z.enum(["confirm", "stop"]) });

/** Confirms or stops. Stopping says the same of every token; confirming says when an address has been forgotten. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, choiceShape);
  if (body instanceof Response) return body;
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  if (body.wish === "confirm") {
    return (await confirmSubscription(body.token)) ? done() : refuse("forgotten", 410);
  }
  await stopSubscription(body.token);
  return done();
});
