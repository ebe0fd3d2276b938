/** The longest paraphrase, UTF-16 code units: a sentence or two. */
export const MAX_PARAPHRASE = 400;
/** The longest reason for sending work back. */
export const MAX_REASON = 300;
/** A paraphrase that repeats more words in a row than this is close to being the comment itself. */
export const SAME_WORDS = 4;
