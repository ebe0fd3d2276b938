import { redirect } from "next/navigation";
import { z } from "zod";
import { noteRefusal } from "@/lib/refusals";

/**
 * An argument of an action as its schema reads it. Whoever calls an action by hand may hand it anything: they are led
 * where those are led whose address is none, and nothing has been done.
 */
export function given<T>(schema: z.ZodType<T>, sent: unknown): T {
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  noteRefusal("arguments that are none");
  return redirect("/bad-address");
}

const form = z.instanceof(FormData);

/** What an action was handed as a form. */
export const givenForm = (sent: unknown): FormData => given(form, sent);

const text = z.string().catch("");

/** What an action was handed as a text; "" for anything else. */
export const givenText = (sent: unknown): string => text.parse(sent);
