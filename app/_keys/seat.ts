import type { Holder } from "@/lib/auth/holder";
import { requireAuditor, requireOperator } from "@/lib/auth/require";
import { env, isDemo } from "@/lib/env";

/** Who sits in a custodian's seat: the operator in the first, the auditor in the second. */
export async function seatOf(custodian: 1 | 2): Promise<Holder> {
  return custodian === 1
    ? { custodian, actor: await requireOperator() }
    : { custodian, actor: await requireAuditor() };
}

/** Whether a custodian's private keys may lie where this process runs: the second's only where one party is both. */
export function actsHere(custodian: 1 | 2): boolean {
  return custodian === 1 || isDemo() || env().SORTI_ACCEPT_SINGLE_PARTY;
}
