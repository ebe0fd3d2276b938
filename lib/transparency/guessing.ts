/**
 * How often a colleague guesses another's answer: right with the unit's result, right without it (cases of
 * 100), and how sure the surest guess of a hundred is (per cent). Computed with invented answers by
 * `tests/attack/guessing.long.test.ts`, which holds these numbers.
 */
export const GUESSING = {
  units: 800,
  steps: { right: 41, blindly: 38, surest: 46 },
  reason: { right: 55, blindly: 51, surest: 89 },
} as const;
