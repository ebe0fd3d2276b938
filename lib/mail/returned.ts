import PostalMime from "postal-mime";
import { returnNumberIn } from "@/lib/mail/return-number";
import { bounceIn, complaintIn, type ReturnReport } from "@/lib/mail-returns/report";

/** A return as far as it is understood: which mail it tells of, and what. */
export type Returned = { readonly number: string; readonly report: ReturnReport };

/** What a server sends back is a few kB, the mail itself included. */
export const MOST_BYTES = 1024 * 1024;

/**
 * Reads a mail that may be a delivery status notification (RFC 3464) or a feedback report (RFC 5965). Null for
 * whatever else: a person's reply, an answer from somebody on holiday, a delay, too large, no mail at all.
 */
export async function readReturned(raw: Uint8Array): Promise<Returned | null> {
  if (raw.length > MOST_BYTES) return null;
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
  }).catch(() => null);
  if (mail === null) return null;
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === "string" ? content : "",
  }));
  const reports = parts.map(({ type, text }) => {
    if (/^message\/(global-)?delivery-status$/.test(type)) return bounceIn(text);
    return type === "message/feedback-report" ? complaintIn(text) : null;
  });
  const report = reports.find((one) => one !== null);
  const headers = mail.headers.map(({ value }) => value);
  const number = returnNumberIn([...headers, ...parts.map(({ text }) => text)]);
  return report && number !== null ? { number, report } : null;
}
