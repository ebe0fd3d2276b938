/**
 * P(X ≥ k) of a binomial of n tries with chance p (0 < p < 1), summed term by term in logarithms: the first term of
 * a whole region's departures is smaller than a number can be.
 */
export function upperTail(n: number, k: number, p: number): number {
  const odds = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += Math.exp(term);
    term += Math.log((n - i) / (i + 1)) + odds;
  }
  return Math.max(0, 1 - below);
}

/** The chance p at which P(X ≥ k) is `tail`: it rises with p. */
export function chanceWithTail(n: number, k: number, tail: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (upperTail(n, k, middle) < tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
