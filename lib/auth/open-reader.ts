import { mint, type ReportReader } from "@/lib/auth/actor";
import { env } from "@/lib/env";

/** Everybody, where reports are open to everybody; null where the one who asks must be signed in. */
export function openReader(): ReportReader | null {
  return env().SORTI_REPORTS === "public" ? mint("anybody", { user: "", name: "" }) : null;
}
