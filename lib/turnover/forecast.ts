/** The share of the invited that plans reckon with. Never the number that waits: that would tell. */
export const PLANNING_RESPONSE_RATE = 0.5;

/**
 * Months until a group can be expected to have gathered enough answers, rounded up:
 * k / (staff × yearly rate × response rate). Null when nobody is expected to leave.
 * 12 employees and 10 % → 160 months; 60 and 15 % → 22.
 */
export function monthsToAnswers(
  needed: number,
  staff: number,
  yearlyRate: number,
  responseRate = PLANNING_RESPONSE_RATE,
): number | null {
  const answersPerYear = staff * yearlyRate * responseRate;
  if (!(answersPerYear > 0)) return null;
  // Rounded first: 159.99999999999997 + dust must not become a month more.
  return Math.ceil(Number(((12 * needed) / answersPerYear).toFixed(9)));
}
