import { randomBytes } from "node:crypto";
import { accounts } from "@/lib/auth/accounts";
import { hashOfSecret } from "@/lib/auth/secrets";
import type { Factor } from "@/lib/auth/tables";
import { stepOf } from "@/lib/auth/totp";
import type { TypedCode } from "@/lib/sign-in/code";
import { restAfter } from "@/lib/sign-in/lock-out";
import { PAPER_BYTES, paperCodeFrom } from "@/lib/sign-in/paper-code";
import { RECOVERY_CODES } from "@/lib/sign-in/rule";

const newPaperCode = (): string => paperCodeFrom(randomBytes(PAPER_BYTES));
const newSeed = (): string => randomBytes(16).toString("hex");

/** How a code was taken. `started`: it was the code that an account gets its second factor with. */
export type Shown =
  | { readonly kind: "taken" | "started" | "wrong" | "none" }
  | { readonly kind: "resting"; readonly until: Date };

/** Makes an account's second factor anew, not yet in force; the code that its owner starts it with, told once. */
export async function resetFactor(userId: string): Promise<string> {
  const start = newPaperCode();
  const anew = { startHash: hashOfSecret(start), seed: newSeed(), confirmed: false };
  const facts = { ...anew, lastStep: 0, failures: 0, lockedUntil: null };
  const own = accounts();
  await own.secondFactor.upsert({
    where: { userId },
    create: { userId, ...facts },
    update: facts,
  });
  await own.recoveryCode.deleteMany({ where: { userId } });
  return start;
}

export async function factorOf(userId: string): Promise<Factor | null> {
  return accounts().secondFactor.findUnique({ where: { userId } });
}

/** Counts a try before it is looked at, so that many at once are as many tries. */
async function charged(userId: string, now: Date): Promise<Factor | Shown> {
  const factor = await factorOf(userId);
  if (!factor) return { kind: "none" };
  const { failures, lockedUntil } = factor;
  if (lockedUntil && lockedUntil > now) return { kind: "resting", until: lockedUntil };
  const rest = restAfter(failures + 1);
  const { count } = await accounts().secondFactor.updateMany({
    where: { userId, failures },
    data: { failures: failures + 1, lockedUntil: rest ? new Date(now.getTime() + rest) : null },
  });
  // Somebody else was just trying.
  return count === 1 ? factor : { kind: "wrong" };
}

const NO_FAILURE = { failures: 0, lockedUntil: null } as const;

async function takeDigits(factor: Factor, digits: string, now: Date): Promise<Shown> {
  const step = factor.confirmed ? stepOf(factor, digits, now) : null;
  if (step === null) return { kind: "wrong" };
  const { count } = await accounts().secondFactor.updateMany({
    where: { userId: factor.userId, seed: factor.seed, lastStep: { lt: step } },
    data: { lastStep: step, ...NO_FAILURE },
  });
  return { kind: count === 1 ? "taken" : "wrong" };
}

async function takePaper({ userId, confirmed, ...factor }: Factor, code: string): Promise<Shown> {
  const hash = hashOfSecret(code);
  const own = accounts();
  if (confirmed) {
    const { count } = await own.recoveryCode.deleteMany({ where: { userId, hash } });
    if (count === 0) return { kind: "wrong" };
    await own.secondFactor.updateMany({ where: { userId }, data: NO_FAILURE });
    return { kind: "taken" };
  }
  if (factor.startHash !== hash) return { kind: "wrong" };
  // Another secret each time: nobody has seen this one before.
  const { count } = await own.secondFactor.updateMany({
    where: { userId, startHash: hash, confirmed: false },
    data: { seed: newSeed(), ...NO_FAILURE },
  });
  return { kind: count === 1 ? "started" : "wrong" };
}

/** Takes a code from the phone or from paper, each once. Wrong ones make the account rest, longer each time. */
export async function showCode(userId: string, code: TypedCode, now: Date): Promise<Shown> {
  const factor = await charged(userId, now);
  if ("kind" in factor) return factor;
  return code.kind === "digits"
    ? takeDigits(factor, code.digits, now)
    : takePaper(factor, code.code);
}

/** Puts a started second factor in force with the phone's first code; the recovery codes, told once. */
export async function confirmFactor(
  userId: string,
  digits: string,
  now: Date,
): Promise<readonly string[] | Shown> {
  const factor = await charged(userId, now);
  if ("kind" in factor) return factor;
  const step = factor.confirmed ? null : stepOf(factor, digits, now);
  if (step === null) return { kind: "wrong" };
  const { count } = await accounts().secondFactor.updateMany({
    where: { userId, seed: factor.seed, confirmed: false },
    data: { confirmed: true, startHash: null, lastStep: step, ...NO_FAILURE },
  });
  return count === 1 ? newRecoveryCodes(userId) : { kind: "wrong" };
}

/** Recovery codes in the place of those that there were, told once. */
export async function newRecoveryCodes(userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newPaperCode);
  const own = accounts();
  await own.recoveryCode.deleteMany({ where: { userId } });
  await own.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, hash: hashOfSecret(code) })),
  });
  return codes;
}

export async function recoveryCodesLeft(userId: string): Promise<number> {
  return accounts().recoveryCode.count({ where: { userId } });
}
