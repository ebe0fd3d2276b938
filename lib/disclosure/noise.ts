/** One draw of two-sided geometric noise: P(x) = (1 − α)/(1 + α) · α^|x|. */
export type Noise = (alpha: number) => number;

/** A secure source of random bytes, such as `randomBytes` of `node:crypto`. */
export type RandomBytes = (size: number) => Uint8Array;

/** The α under which `m` choices, or tables, together change the odds by at most four: 2^(−1/m). */
export function alphaFor(m: number): number {
  return 2 ** (-1 / m);
}

/**
 * Exact two-sided geometric noise for α = 2^(−1/m), m a whole number; throws on any other α.
 *
 * No logarithm and no floating point touches a draw (Mironov 2012 shows what floats leak; the scheme is
 * that of Canonne, Kamath and Steinke 2020): a magnitude G with P(G ≥ g) = α^g is written mQ + R, where
 * Q is a run of fair coins and R is accepted with probability 2^(−R/m), decided on integers. The sign is
 * a coin; minus zero is drawn again.
 */
export function geometricNoise(source: RandomBytes): Noise {
  const bits = bitReader(source);
  return (alpha) => {
    const m = splitOf(alpha);
    for (;;) {
      const negative = bits(1) === 1;
      const size = magnitude(bits, m);
      if (size > 0 || !negative) return negative ? -size : size;
    }
  };
}

/** The whole m of α = 2^(−1/m). */
function splitOf(alpha: number): number {
  const m = Math.round(-1 / Math.log2(alpha));
  if (m >= 1 && Math.abs(alphaFor(m) - alpha) < 1e-12) return m;
  throw new Error(`No exact noise for alpha ${alpha}.`);
}

type Bits = (count: number) => number;

function magnitude(bits: Bits, m: number): number {
  let quotient = 0;
  while (bits(1) === 1) quotient += 1;
  for (;;) {
    const rest = below(bits, m);
    if (happens(bits, rest, m)) return m * quotient + rest;
  }
}

/** A uniform whole number under `limit` (at most 256). */
function below(bits: Bits, limit: number): number {
  for (;;) {
    const value = bits(8);
    if (value < 256 - (256 % limit)) return value % limit;
  }
}

/**
 * True with probability 2^(−r/m), exactly: a uniform U is read bit by bit until U^m < 2^(−r) is decided
 * for every number that begins with the bits read so far.
 */
function happens(bits: Bits, r: number, m: number): boolean {
  if (r === 0) return true;
  const power = BigInt(m);
  let digits = 0n;
  let length = 0n;
  for (;;) {
    digits = (digits << 8n) | BigInt(bits(8));
    length += 8n;
    const one = 1n << (length * power - BigInt(r));
    if ((digits + 1n) ** power <= one) return true;
    if (digits ** power >= one) return false;
  }
}

/** Reads 1 to 8 bits at a time from a pool of bytes. */
function bitReader(source: RandomBytes): Bits {
  let pool: Uint8Array = new Uint8Array(0);
  let next = 0;
  let held = 0;
  let heldBits = 0;
  return (count) => {
    if (heldBits < count) {
      if (next === pool.length) {
        pool = source(512);
        if (pool.length === 0) throw new Error("The random source gave no bytes.");
        next = 0;
      }
      held = (held << 8) | (pool[next] ?? 0);
      next += 1;
      heldBits += 8;
    }
    heldBits -= count;
    const value = held >> heldBits;
    held &= (1 << heldBits) - 1;
    return value;
  };
}
