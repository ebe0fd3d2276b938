import { z } from "zod";
import { chooseReminders } from "@/lib/reminders/mutations";
import { WISHES } from "@/lib/reminders/rule";
import { addressMayCall, done, door, readBody, refuse, tokenMayCall } from "../survey/door";
import { tokenShape } from "../survey/shapes";

const choiceShape = tokenShape.extend({ wish: z.enum(WISHES) });

/** Keeps a choice about reminders. The same reply whether or not the token is anybody's. */
export const POST = door(async (request: Request): Promise<Response> => {
  if (!addressMayCall(request)) return refuse("slow-down", 429);
  const body = await readBody(request, choiceShape);
  if (body instanceof Response) return body;
  if (!tokenMayCall(body.token)) return refuse("slow-down", 429);
  await chooseReminders(body.token, body.wish);
  return done();
});
