import { contactAddress } from "@/app/_shell/contact";
import { env } from "@/lib/env";

/** Where weaknesses are told: its own setting, else the address that mails come from, ”Sorti <svara@…>”. */
export function securityContact(): string {
  return env().SORTI_SECURITY_CONTACT ?? `mailto:${contactAddress()}`;
}
