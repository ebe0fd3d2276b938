/** Longest note of a correction, in characters: it stands above the report and in a mail. */
export const MOST_NOTE = 300;

/** The note of a correction as it was written, without stray blanks; null when it says nothing or too much. */
export function noteOf(text: string): string | null {
  const note = text.trim().replaceAll(/\s+/g, " ");
  return note === "" || note.length > MOST_NOTE ? null : note;
}
