import { seatOf } from "@/app/_keys/seat";
import type { Holder } from "@/lib/auth/holder";
import { viewer } from "@/lib/auth/require";

/** The seat of whoever asks: the auditor's where they have it, unless they come from the operator's page. */
export async function holderHere(seat: unknown): Promise<Holder> {
  const roles = (await viewer())?.roles ?? [];
  return seatOf(roles.includes("auditor") && seat !== "1" ? 2 : 1);
}
