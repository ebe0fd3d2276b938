import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail/mail";
import { returnAddress } from "@/lib/mail/return-number";

/** Why a mail did not go: only the kind and the server's code, never an address or the server's own words. */
export class MailProblem extends Error {
  override readonly name = "MailProblem";
  readonly code: string;
  /** Whether another try can help. */
  readonly lasting: boolean;

  constructor(code: string, lasting: boolean) {
    super(`The mail did not go: ${code}.`);
    this.code = code;
    this.lasting = lasting;
  }
}

/** What may be told of a transport's error, whose own message quotes the recipient. */
export function mailProblem(error: unknown): MailProblem {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number") {
    return new MailProblem(`refused ${responseCode}`, responseCode >= 500);
  }
  const known = typeof code === "string" && /^E[A-Z]+$/.test(code);
  return new MailProblem(known ? code : "no connection", false);
}

const WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** RFC 8058: a mail program's own button stops reminders without a page being opened. */
const stopHeaders = (stopAddress: string) => ({
  "List-Unsubscribe": `<${stopAddress}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Where a mail that cannot be delivered is sent back to, when the operator reads such mails. */
function envelopeOf({ to, returnNumber }: Mail) {
  const { SORTI_RETURN_ADDRESS: address } = env();
  if (address === undefined || returnNumber === undefined) return {};
  return { envelope: { from: returnAddress(address, returnNumber), to } };
}

/** Hands a mail to the mail server. Throws `MailProblem`. */
export async function sendMail(mail: Mail): Promise<void> {
  const { stopAddress, returnNumber: _, ...content } = mail;
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  const transport = createTransport({ url, ...WAIT });
  try {
    await transport.sendMail({
      from,
      ...content,
      ...envelopeOf(mail),
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(stopAddress === undefined ? {} : stopHeaders(stopAddress)),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw mailProblem(error);
  } finally {
    transport.close();
  }
}
