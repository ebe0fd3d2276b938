import { type Dice, weighted } from "./random";
import type { Climate } from "./spec";

const RAISED = {
  yes_changed: 9,
  yes_nothing: 32,
  no_dare: 13,
  no_point: 19,
  na_nothing: 23,
  na: 4,
};
const RAISED_IN_SILENCE = { ...RAISED, yes_changed: 3, no_dare: 40, no_point: 26, na_nothing: 6 };

const TALK = {
  same: 30,
  partly: 22,
  no: 12,
  declined: 10,
  not_offered: 14,
  not_yet: 9,
  na: 3,
};
const TALK_IN_SILENCE = { ...TALK, same: 9, partly: 27, no: 36 };

/** Where people do not say what they think (known truth: every climate that is truly bad). */
function isSilent(climate: Climate): boolean {
  return climate === "silent" || climate === "strained" || climate === "merged";
}

/** Whether what made somebody leave was raised before (D3). */
export function raised(dice: Dice, climate: Climate, reason: string): string {
  const natural = reason.startsWith("N") || reason.startsWith("C");
  const base = isSilent(climate) ? RAISED_IN_SILENCE : RAISED;
  return weighted(dice, natural ? { ...base, na_nothing: base.na_nothing * 3 } : base);
}

/** Whether an exit talk could be as open as the survey (D4). */
export function talk(dice: Dice, climate: Climate): string {
  return weighted(dice, isSilent(climate) ? TALK_IN_SILENCE : TALK);
}

const NEXT: Readonly<Record<string, string>> = {
  N1: "pension",
  N2: "other_region",
  N3: "study",
  C2: "leave_sector",
  C3: "agency",
};
const NEXT_OTHERWISE = { other_region: 36, private: 22, agency: 12, leave_sector: 14, none: 16 };

/** What comes next (B4). */
export function nextStep(dice: Dice, reason: string, retires: boolean): string {
  return retires ? "pension" : (NEXT[reason] ?? weighted(dice, NEXT_OTHERWISE));
}

/** Staff groups by kind of unit (A2). */
const STAFF: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  primary_care: { doctor: 18, nurse: 36, assist: 22, rehab: 14, other: 8, na: 2 },
  hospital: { doctor: 14, nurse: 44, assist: 30, rehab: 6, other: 5, na: 1 },
  other: { doctor: 4, nurse: 20, assist: 26, rehab: 12, other: 36, na: 2 },
};

/** Staff group (A2), by the kind of unit. */
export function staffGroup(dice: Dice, kind: string): string {
  return weighted(dice, STAFF[kind] ?? { na: 1 });
}

/** Years in the region (A3). */
export function tenure(dice: Dice, retires: boolean): string {
  return weighted(
    dice,
    retires ? { y6_15: 15, gt15: 83, na: 2 } : { lt2: 24, y2_5: 34, y6_15: 27, gt15: 13, na: 2 },
  );
}

/** Whether one would come back (E2), in line with the recommendation (E1). */
export function comeBack(dice: Dice, recommends: number): string {
  if (recommends >= 8) return weighted(dice, { same: 55, elsewhere: 20, maybe: 22, no: 3 });
  if (recommends >= 5) return weighted(dice, { same: 15, elsewhere: 35, maybe: 38, no: 12 });
  return weighted(dice, { same: 2, elsewhere: 32, maybe: 33, no: 31, na: 2 });
}
