/** What an import came to, where it did not lead on to the version's page: every problem in words. */
export type ImportReply = { readonly fileName: string; readonly problems: readonly string[] };

/** Larger than any questionnaire; a form this size also passes where larger ones are cut off, bytes. */
export const MAX_FILE = 512 * 1024;

/** What saving words came to. Whatever was typed comes back, so that nothing is lost. */
export type EditReply = {
  /** The newest version that the person knows of. */
  readonly seen: string;
  /** `id`: the field's, which is the text's path in the document. */
  readonly problems: readonly { readonly id: string; readonly text: string }[];
  /** path → what was typed. */
  readonly typed: Readonly<Record<string, string>>;
};
