import { env } from "@/lib/env";

/** The address that mails come from is read by people: ”Sorti <svara@…>”. */
export function contactAddress(): string {
  const from = env().MAIL_FROM;
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
