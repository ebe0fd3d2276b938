import { TEXT_MIN } from "@/lib/disclosure/limits";
import { KEPT } from "@/lib/disposal/disposal";
import { CLOSES_AFTER, OPENS_BEFORE } from "@/lib/invitations/link-window";
import { MIX_MINIMUM } from "@/lib/mixing/carried";

/**
 * The privacy notice (GDPR articles 13 and 14), section by section; the texts are the catalogue's `privacy`. The page
 * shows it, and docs/privacy-notice.*.md are the same sentences for whoever prints them.
 */
export const NOTICE = [
  { id: "who", parts: ["text", "contact"] },
  { id: "invited", parts: ["text", "pseudonym", "sent", "used"] },
  { id: "answer", parts: ["text", "after", "health", "waiting"] },
  { id: "purpose", parts: ["text", "basis"] },
  { id: "receives", parts: ["text", "else"] },
  { id: "kept", parts: ["text", "answer", "talk", "stays"] },
  { id: "rights", parts: ["text", "answer", "reminders", "complain"] },
  { id: "cannot", parts: ["text", "words", "more"] },
  { id: "staff", parts: ["text"] },
  { id: "readers", parts: ["text"] },
] as const;

/** The figures that the texts name, as the code has them. */
export const NOTICE_FIGURES = {
  before: OPENS_BEFORE,
  after: CLOSES_AFTER,
  fewest: MIX_MINIMUM,
  texts: TEXT_MIN,
  pseudonym: KEPT.pseudonymYears,
  talk: KEPT.talkYears,
  waitingTalk: KEPT.waitingTalkYears,
  visits: KEPT.accessMonths,
} as const;
