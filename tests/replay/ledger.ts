import { mkdirSync, writeFileSync } from "node:fs";

/** What was compared, line by line, and how it ended. */
export type Ledger = {
  /** One line of the table. An empty list of differences is a pass. */
  readonly hold: (round: string, what: string, compared: string, wrong: readonly string[]) => void;
  /** A line that compares nothing. */
  readonly note: (line: string) => void;
  /** The last line, and the same for the runner of all tests. */
  readonly close: () => { readonly passed: number; readonly failed: number };
};

const SHOWN = 5;
export const RESULT = "test-results/replay.json";

/** Writes the counts where the runner of all tests reads them. */
export function writeResult(result: { passed: number; failed: number; skipped: number }): void {
  mkdirSync("test-results", { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify(result)}\n`);
}

export function openLedger(print: (line: string) => void): Ledger {
  let passed = 0;
  let failed = 0;
  return {
    hold: (round, what, compared, wrong) => {
      const held = wrong.length === 0;
      if (held) passed += 1;
      else failed += 1;
      print(`${held ? "ok  " : "FAIL"}  ${round.padEnd(8)} ${what.padEnd(34)} ${compared}`);
      for (const line of wrong.slice(0, SHOWN)) print(`        ${line}`);
      if (wrong.length > SHOWN) print(`        … and ${wrong.length - SHOWN} more`);
    },
    note: (line) => print(`      ${line}`),
    close: () => {
      print(`\n${passed} passed, ${failed} failed`);
      return { passed, failed };
    },
  };
}
