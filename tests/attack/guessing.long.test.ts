import { expect, test } from "vitest";
import { GUESSING } from "@/lib/transparency/guessing";
import { type Guess, guesser, type Question, questions, unit } from "./support/guessing";

const UNITS = Array.from({ length: GUESSING.units }, (_, run) => unit(run));

/** Of 100: right with the unit's result, right without it, and how sure the surest guess of a hundred is. */
type Told = { readonly right: number; readonly blindly: number; readonly surest: number };

function told(asked: readonly Question[]): Told {
  const guesses = asked.flatMap((question) => {
    const guess = guesser(question);
    return UNITS.map(({ atom, answers }): Guess | null => {
      const [own = {}, other = {}] = answers;
      return guess(atom, question.numberOf(own), question.numberOf(other));
    }).filter((one) => one !== null);
  });
  const of100 = (some: readonly unknown[]) => Math.round((100 * some.length) / guesses.length);
  const sure = guesses.map((one) => one.sure).sort((a, b) => b - a);
  return {
    right: of100(guesses.filter((one) => one.right)),
    blindly: of100(guesses.filter((one) => one.blindly)),
    surest: Math.round(100 * (sure[Math.floor(guesses.length / 100)] ?? 1)),
  };
}

test("guessing another's answer gets somewhat easier by a unit's result, and never certain: as the security page says", () => {
  const { steps, reason } = questions();
  const found = { units: UNITS.length, steps: told(steps), reason: told([reason]) };
  process.stdout.write(`${JSON.stringify(found)}\n`);
  expect(found).toEqual(GUESSING);
  expect(Math.max(found.steps.surest, found.reason.surest)).toBeLessThan(100);
});
