import { createHash, timingSafeEqual } from "node:crypto";
import { mint, type OperatorActor } from "@/lib/auth/actor";
import { env, ownParts } from "@/lib/env";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * The collector, asking the issuer: whoever shows the secret that both were given. Null for anybody else, and
 * wherever this process is not the issuer alone: within one process nobody needs to ask.
 */
export function collectorAsking(headers: Headers): OperatorActor | null {
  const { SORTI_PARTY_SECRET: secret } = env();
  const shown = headers.get("authorization");
  if (ownParts() !== "issuer" || secret === undefined || shown === null) return null;
  // Digests are of one length, and comparing them takes the same time whatever was shown.
  if (!timingSafeEqual(digest(`Bearer ${secret}`), digest(shown))) return null;
  return mint("operator", { user: "collector", name: "collector" });
}
