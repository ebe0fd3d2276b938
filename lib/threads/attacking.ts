import type { AttackReport } from "@/lib/attack/report";
import { askChild } from "./child";

/** What the attacker says: its report, or that it could not be made, by the error's name alone. */
export type AttackAnswer = { readonly report: AttackReport } | { readonly failed: string };

/** `selfAttack` in a process of its own: of a large region it takes seconds. Throws `ChildEnded`. */
export async function attackApart(signal?: AbortSignal): Promise<AttackReport> {
  const answer = await askChild<AttackAnswer>("attacker.mjs", {}, signal);
  if ("report" in answer) return answer.report;
  throw new Error(`The self-attack did not work: ${answer.failed}.`);
}
