/** `waiting`: for the operator's printer. `printed`: sealed, on its way to HR. `handed-over`: HR has passed it on. */
export const LETTER_STATES = ["waiting", "printed", "handed-over"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A letter that was taken back; `was`: how far it had come by then. */
export type TakenBackLetter = { readonly number: string; readonly was: LetterState };

const NUMBER = /^[1-9]\d{5}$/;

/**
 * Six digits for a letter's envelope, drawn so that they tell nothing: not of a unit, not of an order.
 * `below(n)` draws a whole number from 0 to n − 1; `taken` are those in use.
 */
export function drawLetterNumber(
  below: (n: number) => number,
  taken: { has(number: string): boolean },
): string {
  for (;;) {
    const number = String(100_000 + below(900_000));
    if (!taken.has(number)) return number;
  }
}

/** ”482 716”, as it is read aloud and copied by hand. */
export const spacedNumber = (number: string): string => number.replace(/^\d{3}/, "$&\u202f");

/** The letter numbers among what a form sent, each once. */
export function letterNumbers(sent: readonly unknown[]): readonly string[] {
  const given = sent.filter((one): one is string => typeof one === "string" && NUMBER.test(one));
  return [...new Set(given)];
}
