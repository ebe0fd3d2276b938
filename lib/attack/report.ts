import type { Leak } from "./ask";

/** One attack: what was measured, and what it found. */
export type Finding = {
  readonly attack: string;
  readonly measured: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly leaks: readonly string[];
};

export type AttackReport = {
  readonly held: boolean;
  readonly findings: readonly Finding[];
};

const sentences = (leaks: readonly Leak[]) => leaks.map(({ sentence }) => sentence);

export function finding(
  attack: string,
  measured: string,
  leaks: readonly Leak[],
  figures: Readonly<Record<string, number>> = {},
): Finding {
  return { attack, measured, figures, leaks: sentences(leaks) };
}

export function reportOf(findings: readonly Finding[]): AttackReport {
  return { held: findings.every(({ leaks }) => leaks.length === 0), findings };
}

const rounded = (value: number) => Number(value.toFixed(3));

/** The report as a table for a page or a terminal (Markdown), and one plain sentence above it. */
export function tableOf({ held, findings }: AttackReport): string {
  const leaks = findings.reduce((n, one) => n + one.leaks.length, 0);
  const first = held
    ? "No attack found anything."
    : `${leaks} ${leaks === 1 ? "leak was" : "leaks were"} found; the promise does not hold until they are closed.`;
  const rows = findings.map(({ attack, measured, figures, leaks: found }) => {
    const numbers = Object.entries(figures).map(([name, value]) => `${name} ${rounded(value)}`);
    const result = found.length === 0 ? "held" : `**leak:** ${found.join(" ")}`;
    return `| ${attack} | ${[measured, ...numbers].join("; ")} | ${result} |`;
  });
  return [first, "", "| attack | measured | result |", "|---|---|---|", ...rows].join("\n");
}
