import { z } from "zod";
import { addressMayCall, done, door, readBody, refuse, tokenMayCall } from "@/lib/doors/door";
import { tokenShape } from "@/lib/doors/shapes";
import { chooseReminders } from "@/lib/reminders/mutations";
import { WISHES } from "@/lib/reminders/rule";

const choiceShape = tokenShape.extend({ wish: z.enum(WISHES) });

/** Keeps a choice about reminders. The same reply whether or not the token is anybody's. */
export const POST = door(async (call): Promise<Response> => {
  if (!addressMayCall(call)) return refuse("slow-down", 429);
  const body = await readBody(call, choiceShape);
  if (body instanceof Response) return body;
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  await chooseReminders(body.token, body.wish);
  return done();
});
