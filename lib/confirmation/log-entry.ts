import { type ConfirmedNumber, numbersHash, totalOf } from "./counts";

/** What the public log says of a confirmed import. */
export type ConfirmedImport = {
  readonly departures: number;
  readonly invited: number;
  readonly units: number;
  /** SHA-256 over salt ‖ canonical JSON of the numbers per unit and kind, hex. */
  readonly numbers: string;
};

/**
 * Totals of the whole import, and a salted hash of the rest. An import may be of one person: its unit and
 * kind in public would say that this colleague was made redundant. Who holds the salt (auditor and employer) can show
 * later exactly which numbers were confirmed; how many were invited of each unit is told once a quarter,
 * when the round closes (decision 0035).
 */
export function confirmedImport(
  numbers: readonly ConfirmedNumber[],
  salt: string,
): ConfirmedImport {
  const { departures, mail, letter } = totalOf(numbers);
  return {
    departures,
    invited: mail + letter,
    units: new Set(numbers.map(({ unitCode }) => unitCode)).size,
    numbers: numbersHash(numbers, salt),
  };
}
