import { commandLineActor } from "@/lib/auth/command-line";
import type { Holder } from "@/lib/auth/holder";
import { Refusal } from "@/lib/cli/refusal";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** A custodian as typed, or a sentence. */
export function custodianOfText(text: string): 1 | 2 {
  if (text === "1" || text === "2") return Number(text) as 1 | 2;
  throw new Refusal("A custodian is 1 (the operator) or 2 (the data-protection officer or union).");
}

/** A quarter as typed, or a sentence. */
export function quarterOfText(text: string): Quarter {
  if (isQuarter(text)) return text;
  throw new Refusal(`${text} is not a quarter. Write it as 2026-Q3.`);
}

/** Whoever types a custodian's secret at this machine sits in that seat. */
export function holderOf(custodian: 1 | 2): Holder {
  return custodian === 1
    ? { custodian, actor: commandLineActor("operator", "sorti keys") }
    : { custodian, actor: commandLineActor("auditor", "sorti keys") };
}
