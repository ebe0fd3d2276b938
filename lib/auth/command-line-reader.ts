import { accounts } from "@/lib/auth/accounts";
import { mint, type OperatorActor } from "@/lib/auth/actor";

/**
 * One of the operator's people by their account, for work that two of them share: what a command does stands in
 * their name. Null for an address without such an account.
 */
export async function operatorByAddress(email: string): Promise<OperatorActor | null> {
  const user = await accounts().user.findUnique({ where: { email } });
  if (!user || user.disabled || !user.roles.includes("operator")) return null;
  return mint("operator", { user: user.id, name: user.name });
}
