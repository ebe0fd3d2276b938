import type { Leak } from "./ask";

/** `no-rights`: whoever attacked may not look there. `failed`: the attack itself did not work. */
export type Outcome = "held" | "leaked" | "no-rights" | "failed";

/** One attack: what was measured, and what it found. */
export type Finding = {
  readonly attack: string;
  readonly measured: string;
  readonly outcome: Outcome;
  readonly figures: Readonly<Record<string, number>>;
  readonly leaks: readonly string[];
};

export type AttackReport = {
  /** No attack found anything, and none that could be run failed. */
  readonly held: boolean;
  readonly findings: readonly Finding[];
  /** How long it took, whole seconds; only where a clock was at hand. */
  readonly seconds?: number;
};

/** What an attack saw. */
export type Seen = {
  readonly leaks: readonly Leak[];
  readonly figures?: Readonly<Record<string, number>>;
};

/** An attack that can be run: its name, what it measures, and how. */
export type Attack = {
  readonly attack: string;
  readonly measured: string;
  readonly run: () => Promise<Seen>;
};

/** The attacker may not look there: said by PostgreSQL (42501), or no connection to that side is known. */
export class NoRights extends Error {
  readonly code = "42501";
}

function unable({ attack, measured }: Attack, cause: unknown): Finding {
  const denied = (cause as { code?: unknown } | null)?.code === "42501";
  return { attack, measured, outcome: denied ? "no-rights" : "failed", figures: {}, leaks: [] };
}

async function attempt(one: Attack): Promise<Finding> {
  const { attack, measured } = one;
  try {
    const { leaks, figures = {} } = await one.run();
    const outcome = leaks.length === 0 ? "held" : "leaked";
    return { attack, measured, outcome, figures, leaks: leaks.map(({ sentence }) => sentence) };
  } catch (cause) {
    return unable(one, cause);
  }
}

/** Runs one after the other; an attack that cannot be run stops none of the rest. */
export async function runAttacks(attacks: readonly Attack[]): Promise<AttackReport> {
  const findings: Finding[] = [];
  for (const one of attacks) findings.push(await attempt(one));
  const held = findings.every(({ outcome }) => outcome === "held" || outcome === "no-rights");
  return { held, findings };
}

const rounded = (value: number) => Number(value.toFixed(3));

const WORD: Record<Exclude<Outcome, "leaked">, string> = {
  held: "held",
  "no-rights": "not run: these rights do not allow it",
  failed: "**could not be run**",
};

function troubleIn(findings: readonly Finding[]): string {
  const leaks = findings.reduce((n, one) => n + one.leaks.length, 0);
  if (leaks === 0) return "An attack could not be run, so the promise is not shown to hold.";
  return `${leaks} ${leaks === 1 ? "leak was" : "leaks were"} found; the promise does not hold until they are closed.`;
}

/** The report as a table for a page or a terminal (Markdown), and one plain sentence above it. */
export function tableOf({ held, findings }: AttackReport): string {
  const first = held ? "No attack found anything." : troubleIn(findings);
  const rows = findings.map(({ attack, measured, outcome, figures, leaks: found }) => {
    const numbers = Object.entries(figures).map(([name, value]) => `${name} ${rounded(value)}`);
    const result = outcome === "leaked" ? `**leak:** ${found.join(" ")}` : WORD[outcome];
    return `| ${attack} | ${[measured, ...numbers].join("; ")} | ${result} |`;
  });
  return [first, "", "| attack | measured | result |", "|---|---|---|", ...rows].join("\n");
}
