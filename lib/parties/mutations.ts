import type { IssuerKey } from "@/lib/credential/client";
import * as issuer from "@/lib/credential/mutations";
import { isPart } from "@/lib/env";
import { askIssuer } from "@/lib/parties/data";
import type { Quarter } from "@/lib/quarters/quarter";

/** What the operator's steps need done at the issuer: here where it is this process, else asked for. Safe to repeat. */

/** A round's signing key is made; its public half. */
export async function prepareIssuerKey(quarter: Quarter): Promise<IssuerKey> {
  return isPart("issuer") ? issuer.prepareIssuerKey(quarter) : askIssuer("issuer-key", { quarter });
}

/** The round's key signs from now on. */
export async function startIssuing(quarter: Quarter): Promise<void> {
  if (isPart("issuer")) await issuer.startIssuing(quarter);
  else await askIssuer("start-issuing", { quarter });
}

/** It signs nothing new; how many were issued. */
export async function stopIssuing(quarter: Quarter): Promise<number> {
  if (isPart("issuer")) return issuer.stopIssuing(quarter);
  return (await askIssuer("stop-issuing", { quarter })).issued;
}

/** The key is destroyed. False when it was gone. */
export async function destroyRoundKey(quarter: Quarter): Promise<boolean> {
  if (isPart("issuer")) return issuer.destroyRoundKey(quarter);
  return (await askIssuer("destroy-key", { quarter })).destroyed;
}
