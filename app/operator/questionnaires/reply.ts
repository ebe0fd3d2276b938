/** What an import came to, where it did not lead on to the version's page: every problem in words. */
export type ImportReply = { readonly fileName: string; readonly problems: readonly string[] };

/** Larger than any questionnaire; a form this size also passes where larger ones are cut off, bytes. */
export const MAX_FILE = 512 * 1024;
