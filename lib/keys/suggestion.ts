const WORDS = 6;

/**
 * Six words drawn from a list (words with a space between). `draw(n)`: a whole number from 0 to n − 1 from a
 * secure source. With 512 words or more it takes at least 2^54 guesses, also for who knows the list.
 */
export function suggestedPassphrase(list: string, draw: (n: number) => number): string {
  const words = list.split(" ");
  return Array.from({ length: WORDS }, () => words[draw(words.length)]).join(" ");
}
