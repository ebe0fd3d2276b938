import { mint, type OperatorActor } from "@/lib/auth/actor";
import { showsBearer } from "@/lib/auth/bearer";
import { env, ownParts } from "@/lib/env";
import { noteRefusal } from "@/lib/refusals";

/**
 * The collector, asking the issuer: whoever shows the secret that both were given. Null for anybody else, and
 * wherever this process is not the issuer alone: within one process nobody needs to ask.
 */
export function collectorAsking(headers: Headers): OperatorActor | null {
  if (ownParts() !== "issuer") return null;
  if (!showsBearer(headers, env().SORTI_PARTY_SECRET)) {
    noteRefusal("key of the other party");
    return null;
  }
  return mint("operator", { user: "collector", name: "collector" });
}
