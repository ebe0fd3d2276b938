import { env } from "@/lib/env";

/** Where weaknesses are told: its own setting, else the address that mails come from, ”Sorti <svara@…>”. */
export function securityContact(): string {
  const { SORTI_SECURITY_CONTACT: own, MAIL_FROM: from } = env();
  return own ?? `mailto:${/<([^>]+)>/.exec(from)?.[1] ?? from}`;
}
