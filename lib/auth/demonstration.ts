import { type AuditorActor, mint } from "@/lib/auth/actor";
import { isDemo } from "@/lib/env";

/** Who stands as confirmer where the demonstration confirmed by itself. */
export const DEMONSTRATION = "demonstration";

/** Acts as the auditor until somebody plays that part. Throws outside the demonstration. */
export function demonstrationAuditor(): AuditorActor {
  if (!isDemo()) throw new Error("Only the demonstration confirms imports by itself.");
  return mint("auditor", { user: DEMONSTRATION, name: DEMONSTRATION });
}
