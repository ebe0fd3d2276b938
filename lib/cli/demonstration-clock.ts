import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDemo } from "@/lib/env";

/** `ahead`: how far the demonstration's calendar is moved, ms. */
type Clock = { readonly real: DateConstructor; readonly file: string; ahead: number };

// Next evaluates a module once per bundle; there is one clock in a process.
const kept = globalThis as typeof globalThis & { sortiClock?: Clock };

const fileIn = (directory: string) => path.join(directory, "clock");

/** The machine's own clock with its hands moved: whoever asks for the time now gets the demonstration's. */
function moved(clock: Clock): DateConstructor {
  const { real } = clock;
  const now = () => real.now() + clock.ahead;
  return new Proxy(real, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

function readAhead(file: string): number {
  const ahead = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return Number.isFinite(ahead) ? ahead : 0;
}

/**
 * From here on this process lives in the demonstration's time, as far ahead as it was moved before (decision 0073).
 * Throws outside the demonstration, whose clock is the machine's own and can be moved by nothing.
 */
export function startDemonstrationClock(directory: string): void {
  if (!isDemo()) throw new Error("Only the demonstration has a clock of its own.");
  if (kept.sortiClock) return;
  const file = fileIn(directory);
  kept.sortiClock = { real: Date, file, ahead: readAhead(file) };
  globalThis.Date = moved(kept.sortiClock);
}

/** Moves it forward to a moment, and remembers that; a moment that has passed leaves it as it is. */
export function moveDemonstrationClock(to: Date): void {
  const clock = kept.sortiClock;
  if (!clock) throw new Error("This process has no clock to move.");
  const ahead = Math.max(clock.ahead, to.getTime() - clock.real.now());
  writeFileSync(`${clock.file}.new`, String(ahead));
  renameSync(`${clock.file}.new`, clock.file);
  clock.ahead = ahead;
}

/** Gives the process the machine's own clock back. */
export function stopDemonstrationClock(): void {
  if (!kept.sortiClock) return;
  globalThis.Date = kept.sortiClock.real;
  delete kept.sortiClock;
}
