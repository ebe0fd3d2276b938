/** A mail's content, in both forms that mail programs read. */
export type MailContent = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type Mail = MailContent & { readonly to: string };
