const SECOND = 1000;
const FREE = 3;
const FIRST = 30 * SECOND;
const LONGEST = 3600 * SECOND;

/**
 * How long an account rests after so many wrong codes in a row, in milliseconds: three are free, then 30 seconds,
 * twice as long each time, an hour at most. At that pace six digits take decades to guess.
 */
export function restAfter(failures: number): number {
  return failures <= FREE ? 0 : Math.min(LONGEST, FIRST * 2 ** Math.min(failures - FREE - 1, 20));
}
