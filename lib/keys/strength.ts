import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";

/**
 * The fewest guesses a custodian's passphrase must take. scrypt makes a guess cost 128 MiB and half a second
 * here; even a thousand machines that each try a thousand a second would need more than 150 years on average.
 */
export const FEWEST_GUESSES = 1e16;

/** A thousand machines, each with a thousand guesses a second: far more than scrypt lets today's hardware do. */
const GUESSES_PER_YEAR = 1e6 * 365 * 86_400;

/** What a word is worth, in whatever language: as one drawn from the usual list of 7 776. */
const WORD_WORTH = 6 ** 5;
const WORD_LETTERS = 10;

/** common: on lists of known passwords and names · pattern: repeats, rows of keys, dates · short: too few words. */
type Weakness = "common" | "pattern" | "short";

export type Strength = {
  /** How many guesses it takes to try them all up to this one. */
  readonly guesses: number;
  /** How long that takes on average, in years, for an attacker who has the key file and a thousand machines. */
  readonly years: number;
  /** Why it is refused; null = good enough. */
  readonly weakness: Weakness | null;
};

let factory: ZxcvbnFactory | undefined;

function estimator(): ZxcvbnFactory {
  factory ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
  });
  return factory;
}

/** A run of letters is a word, a long one a compound; anything else counts as if drawn by dice. */
function worth(token: string): number {
  if (!/^\p{L}\p{Ll}*$/u.test(token)) return 10 ** token.length;
  return Math.min(26 ** token.length, WORD_WORTH ** Math.ceil(token.length / WORD_LETTERS));
}

/** An upper bound that knows no language: the estimator has no Swedish words and takes them for random letters. */
function worthOfWords(passphrase: string): number {
  const tokens = new Set(passphrase.match(/[^\s.,_-]+/g) ?? []);
  return [...tokens].map(worth).reduce((product, one) => product * one, 1);
}

const PATTERNS = /repeat|sequence|straightRow|keyPattern|date|year/i;

function weaknessOf(guesses: number, warning: string | null): Weakness | null {
  if (guesses >= FEWEST_GUESSES) return null;
  if (warning === null) return "short";
  return PATTERNS.test(warning) ? "pattern" : "common";
}

/** How well a passphrase stands up to guessing. `near`: names around it, which are guessed first. */
export function strengthOf(passphrase: string, near: readonly string[] = []): Strength {
  // The estimator's work grows with the length, and nothing this long is weak by accident.
  const looked = passphrase.normalize("NFKC").slice(0, 100);
  const { guesses: estimated, feedback } = estimator().check(looked, ["sorti", ...near]);
  const guesses = Math.min(estimated, worthOfWords(looked));
  return {
    guesses,
    years: guesses / 2 / GUESSES_PER_YEAR,
    weakness: weaknessOf(guesses, feedback.warning),
  };
}
