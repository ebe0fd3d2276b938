import type { UserRole } from "@/lib/auth/roles";
import { isPart } from "@/lib/env";
import type { Part } from "@/lib/parties/part";

/** Whose pages a role opens. */
const WORKS_AT: Record<UserRole, readonly Part[]> = {
  hr: ["issuer"],
  operator: ["issuer", "collector"],
  auditor: ["issuer", "collector"],
  politician: ["collector"],
};

/** Whether a role has something to do at this process's party. */
export const worksHere = (role: UserRole): boolean => WORKS_AT[role].some(isPart);
