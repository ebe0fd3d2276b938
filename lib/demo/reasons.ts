import { chance, type Dice, weighted } from "./random";
import type { Climate } from "./spec";

type Weights = Readonly<Record<string, number>>;

/** How often each reason is the main one where nothing is the matter (codes of the default questionnaire). */
const LEAVER: Weights = {
  ...{ N2: 7, N3: 4, N4: 7, N5: 3, O1: 6, O2: 2, C1: 9, C2: 5, C3: 5, C4: 6 },
  ...{ A1: 5, A2: 3, A3: 12, A4: 7, A5: 5, A6: 7, A7: 3, A8: 4, A9: 2, A10: 1, A11: 3, A12: 2 },
  ...{ A13: 1, A14: 3, A15: 1, X1: 3, X0: 2 },
};

const RETIREE: Weights = { N1: 85, N4: 2, N5: 3, O1: 3, A3: 4, A14: 2, X0: 1 };

/** What a climate makes more, or less, common. */
const TILT: Readonly<Record<Climate, Weights>> = {
  ordinary: {},
  strained: { A3: 4, A4: 4, A1: 2, A5: 2, A11: 2, A12: 3, A14: 3, C1: 0.4, C2: 0.5, C4: 0.4 },
  merged: { O1: 5, A1: 3, A2: 3, A3: 2, A8: 2, A11: 3, C1: 0.4, C2: 0.5, N4: 0.6 },
  silent: { A1: 6, A9: 4, A10: 4, A11: 6, A8: 2, C1: 0.3, C2: 0.5, N4: 0.5 },
  stagnant: { A7: 6, A6: 3, C1: 2.5, C4: 2, A3: 0.7 },
};

function tilted(base: Weights, climate: Climate): Weights {
  const tilt = TILT[climate];
  return Object.fromEntries(
    Object.entries(base).map(([code, weight]) => [code, weight * (tilt[code] ?? 1)]),
  );
}

/** The main reason, as a code. */
export function mainReason(dice: Dice, climate: Climate, retires: boolean): string {
  return weighted(dice, tilted(retires ? RETIREE : LEAVER, climate));
}

/** Up to three more reasons. The workload is mentioned by many who have another main reason. */
export function otherReasons(dice: Dice, climate: Climate, main: string): readonly string[] {
  const wanted = Number(weighted(dice, { 0: 22, 1: 30, 2: 28, 3: 20 }));
  const { X0: _, [main]: __, ...rest } = tilted({ ...LEAVER, A3: 22, A4: 14, A6: 10 }, climate);
  const left: Record<string, number> = { ...rest };
  return Array.from({ length: wanted }, () => {
    const code = weighted(dice, left);
    delete left[code];
    return code;
  });
}

/** What could have made somebody with this reason stay. */
const LEVER: Readonly<Record<string, string>> = {
  ...{ A1: "lead", A2: "lead", A3: "load", A4: "load", A5: "hours", A6: "pay", A7: "dev" },
  ...{ A8: "voice", A9: "climate", A10: "climate", A11: "voice", A12: "load", A13: "tools" },
  ...{ A14: "load", A15: "dev", C1: "dev", C3: "pay", O1: "voice" },
};

const SECOND_LEVER = { load: 30, lead: 14, pay: 22, hours: 14, dev: 8, voice: 12 };

/** One or two levers that fit the reason; "nothing" stands alone. */
export function levers(dice: Dice, main: string): readonly string[] {
  const first = LEVER[main];
  if (first === undefined) return [chance(dice, 0.75) ? "nothing" : "pay"];
  const second = weighted(dice, SECOND_LEVER);
  return chance(dice, 0.5) && second !== first ? [first, second] : [first];
}
