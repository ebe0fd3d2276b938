/** A mail's content, in both forms that mail programs read. */
export type MailContent = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * `stopAddress`: what a mail program calls when its reader wants no more of these; mails to accounts have none.
 * `messageId`: of a mail that may go twice, so that mail programs show it once.
 * `returnNumber`: by which an invitation's mail is known when it comes back.
 */
export type Mail = MailContent & {
  readonly to: string;
  readonly stopAddress?: string;
  readonly messageId?: string;
  readonly returnNumber?: string;
};
